using Rtemis.Data;
using Rtemis.Learning.Data;
using Rtemis.Learning.Metrics;

namespace Rtemis.Learning.Preprocessing.Imputation;

/// <summary>Fills missing values by the column's own: factors and whole numbers by the most frequent, other numbers by a middle one.</summary>
static class MeanModeImputation
{
    /// <summary>The column without missing values; a column that has no value at all stays as it is.</summary>
    /// <param name="column">The column.</param>
    /// <param name="continuous">What numbers that aren't whole are filled with, one of <see cref="NamedAggregate.Names"/>.</param>
    public static Column Fill(Column column, string continuous)
    {
        if (!MissingCells.Any(column)) return column;
        var missing = MissingCells.Of(column);
        switch (column)
        {
            case FactorColumn factor:
                return new FactorColumn(factor.Name, FillByMode(factor.Codes, missing, FactorColumn.Missing), factor.Levels);
            case IntegerColumn integers when missing.Contains(false):
                return new IntegerColumn(integers.Name, FillByMode(integers.Values, missing, 0));
            default:
                var numbers = NumericColumn.Numbers(column).ToArray();
                var value = NamedAggregate.Of(continuous, [.. numbers.Where(v => !double.IsNaN(v))]);
                return new DoubleColumn(column.Name, Array.ConvertAll(numbers, v => double.IsNaN(v) ? value : v));
        }
    }

    static int[] FillByMode(ReadOnlyMemory<int> values, bool[] missing, int otherwise)
    {
        var mode = Mode(values.Span, missing) ?? otherwise;
        var filled = values.ToArray();
        for (var i = 0; i < filled.Length; i++)
            if (missing[i]) filled[i] = mode;
        return filled;
    }

    // Of several that are as frequent, the one that appears last for the first time, as rtemis has it.
    static int? Mode(ReadOnlySpan<int> values, bool[] missing)
    {
        var counts = new OrderedDictionary<int, int>();
        for (var i = 0; i < values.Length; i++)
            if (!missing[i]) counts[values[i]] = counts.GetValueOrDefault(values[i]) + 1;
        if (counts.Count == 0) return null;
        var most = counts.Values.Max();
        return counts.Last(c => c.Value == most).Key;
    }
}
