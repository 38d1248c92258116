namespace Rtemis.Learning.Training;

/// <summary>
/// How rtemis would hand its worker processes out. It is only told: the numbers are the same for any, and threads are the run's own.
/// </summary>
/// <param name="Total">All of them.</param>
/// <param name="Algorithm">Those of the learner.</param>
/// <param name="Tuning">Those of the search.</param>
/// <param name="Resampling">Those of the outer resamples.</param>
public sealed record WorkerShare(int Total, int Algorithm, int Tuning, int Resampling)
{
    /// <summary>One for each.</summary>
    public static WorkerShare One { get; } = new(1, 1, 1, 1);

    /// <summary>Gives all to the learner where it takes them, or else to the search, or else to the outer resamples, where there are any.</summary>
    /// <param name="total">All of them.</param>
    /// <param name="taken">Whether the learner takes them.</param>
    /// <param name="tuned">Whether there is a search.</param>
    /// <param name="resampled">Whether there are outer resamples.</param>
    public static WorkerShare Assign(int total, bool taken, bool tuned, bool resampled) =>
        taken ? new(total, total, 1, 1) : new(total, 1, tuned ? total : 1, resampled && !tuned ? total : 1);
}
