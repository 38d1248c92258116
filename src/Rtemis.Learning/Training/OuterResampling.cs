using Rtemis.Data;
using Rtemis.Learning.Running;

namespace Rtemis.Learning.Training;

/// <summary>How cases are held out.</summary>
/// <param name="Description">The phrase for it, e.g. <c>5 independent folds</c>.</param>
/// <param name="IdColumn">The column that tells which cases belong together and is no feature, or null.</param>
/// <param name="Draw">Draws the resamples of a table.</param>
public sealed record OuterResampling(string Description, string? IdColumn, Func<Table, RunContext, IReadOnlyList<OuterResample>> Draw);

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
