namespace Rtemis.Learning.Preprocessing.Imputation;

/// <summary>A column of a linear model's design: a column's numbers, or 1 where a factor has a level (treatment contrasts).</summary>
/// <param name="Source">The column.</param>
/// <param name="Level">The level, or null for numbers.</param>
readonly record struct Predictor(IncompleteColumn Source, int? Level)
{
    /// <summary>What a column takes in a design.</summary>
    public static IEnumerable<Predictor> Of(IncompleteColumn column) => column.Levels == 0
        ? [new Predictor(column, null)]
        : Enumerable.Range(1, column.Levels - 1).Select(level => new Predictor(column, level));

    /// <summary>Writes the values of some rows.</summary>
    public void Read(ReadOnlySpan<int> rows, Span<double> target)
    {
        var numbers = Source.Numbers;
        if (Level is { } level)
            for (var i = 0; i < rows.Length; i++) target[i] = numbers[rows[i]] == level ? 1 : 0;
        else
            for (var i = 0; i < rows.Length; i++) target[i] = numbers[rows[i]];
    }
}
