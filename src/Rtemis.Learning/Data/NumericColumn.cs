using Rtemis.Data;

namespace Rtemis.Learning.Data;

/// <summary>Numbers as the algorithms take them.</summary>
public static class NumericColumn
{
    /// <summary>Whether the column holds numbers (double or integer).</summary>
    public static bool IsNumeric(Column column) => column is DoubleColumn or IntegerColumn;

    /// <summary>The column's numbers as doubles, NaN where missing; a view where the column has that form already.</summary>
    /// <exception cref="InvalidOperationException">The column is not numeric.</exception>
    public static ReadOnlyMemory<double> Numbers(Column column)
    {
        switch (column)
        {
            case DoubleColumn { MissingCount: 0 } whole:
                return whole.Values;
            case DoubleColumn doubles:
                var copy = doubles.Values.ToArray();
                for (var i = 0; i < copy.Length; i++)
                    if (doubles.IsMissing(i)) copy[i] = double.NaN;
                return copy;
            case IntegerColumn integers:
                var converted = new double[integers.Length];
                var values = integers.Values.Span;
                for (var i = 0; i < converted.Length; i++) converted[i] = integers.IsMissing(i) ? double.NaN : values[i];
                return converted;
            default:
                throw new InvalidOperationException($"Column '{column.Name}' is not numeric.");
        }
    }
}
