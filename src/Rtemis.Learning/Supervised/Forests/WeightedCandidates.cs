using Rtemis.Learning.Random;

namespace Rtemis.Learning.Supervised.Forests;

/// <summary>Features that are drawn by weights, each at most once, and some that are always there.</summary>
/// <param name="draws">The draws of all trees, or one for each.</param>
/// <param name="count">The number to draw; as many weights are above 0.</param>
/// <param name="always">Those that are always there; they stand behind those drawn, and may be among them.</param>
/// <param name="cancellation">Ends the draws.</param>
sealed class WeightedCandidates(IReadOnlyList<DiscreteDraw> draws, int count, int[] always, CancellationToken cancellation) : CandidateDraw
{
    readonly int[] _drawn = [.. new int[count], .. always];
    DiscreteDraw _draw = draws[0];

    /// <inheritdoc/>
    public override void Begin(int tree) => _draw = draws.Count > 1 ? draws[tree] : draws[0];

    /// <inheritdoc/>
    public override ReadOnlySpan<int> Next(MersenneTwister64 random)
    {
        for (var i = 0; i < count; i++)
        {
            do
            {
                cancellation.ThrowIfCancellationRequested();
                _drawn[i] = _draw.Next(random);
            }
            while (_drawn.AsSpan(0, i).Contains(_drawn[i]));
        }
        return _drawn;
    }
}
