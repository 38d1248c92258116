using Rtemis.Learning.Parameters;

namespace Rtemis.Learning.Training;

/// <summary>The resamples of a table.</summary>
/// <param name="Resamples">They, in order.</param>
/// <param name="Config">The options as the table settled them.</param>
/// <param name="Description">The phrase for them, e.g. <c>32 leave-one-out folds</c>.</param>
public sealed record OuterResamples(IReadOnlyList<OuterResample> Resamples, ParameterValues Config, string Description);

/// <summary>The cases to learn from in one resample; the others are held out.</summary>
/// <param name="Name">Its name, e.g. <c>Fold_1</c>.</param>
/// <param name="TrainingRows">0-based cases; one may be named more than once.</param>
public sealed record OuterResample(string Name, int[] TrainingRows)
{
    /// <summary>The cases that are not learned from, ascending.</summary>
    /// <param name="rows">The number of all cases.</param>
    public int[] TestRows(int rows)
    {
        var used = new bool[rows];
        foreach (var row in TrainingRows) used[row] = true;
        var held = new int[used.AsSpan().Count(false)];
        for (int row = 0, k = 0; row < rows; row++)
            if (!used[row]) held[k++] = row;
        return held;
    }
}
