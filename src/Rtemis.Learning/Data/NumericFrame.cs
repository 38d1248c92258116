using Rtemis.Data;

namespace Rtemis.Learning.Data;

/// <summary>Named numeric columns of equal length, without missing values: what decompositions and clusterings work on.</summary>
public sealed class NumericFrame
{
    readonly ReadOnlyMemory<double>[] _columns;

    NumericFrame(string[] names, ReadOnlyMemory<double>[] columns, int rows)
    {
        Names = names;
        _columns = columns;
        Rows = rows;
    }

    /// <summary>The columns' names, in order.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>The number of rows (cases).</summary>
    public int Rows { get; }

    /// <summary>The number of columns.</summary>
    public int Columns => _columns.Length;

    /// <summary>The numbers of a column.</summary>
    public ReadOnlySpan<double> Column(int index) => _columns[index].Span;

    /// <summary>Some of the columns, in the given order.</summary>
    internal NumericFrame Pick(IReadOnlyList<int> columns) =>
        new([.. columns.Select(c => Names[c])], [.. columns.Select(c => _columns[c])], Rows);

    /// <summary>Takes a table's columns, in rtemis's order of checks.</summary>
    /// <exception cref="LearningException">There are fewer than two columns, one is not numeric, or a value is missing or NaN.</exception>
    public static NumericFrame From(Table table)
    {
        if (table.Columns.Count < 2) throw new LearningException("rtemis_dim_error", "Data must contain at least 2 columns.");
        if (!table.Columns.All(NumericColumn.IsNumeric)) throw new LearningException("rtemis_data_error", "All columns must be numeric.");
        var columns = table.Columns.Select(NumericColumn.Numbers).ToArray();
        if (columns.Any(c => c.Span.Contains(double.NaN)))
            throw new LearningException("rtemis_missing_data", "Data should not contain missing values.");
        return new NumericFrame([.. table.Columns.Select(c => c.Name)], columns, table.Rows);
    }
}
