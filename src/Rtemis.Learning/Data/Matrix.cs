using MemoryPack;

namespace Rtemis.Learning.Data;

/// <summary>A dense matrix of doubles, one column after the other.</summary>
[MemoryPackable]
public sealed partial class Matrix
{
    /// <summary>A matrix of zeros.</summary>
    public Matrix(int rows, int columns)
    {
        Rows = rows;
        Columns = columns;
        Values = new double[(long)rows * columns];
    }

    [MemoryPackConstructor]
    internal Matrix(int rows, int columns, double[] values)
    {
        if (values.LongLength != (long)rows * columns) throw new ArgumentException($"{values.LongLength} values for {rows} rows and {columns} columns.", nameof(values));
        Rows = rows;
        Columns = columns;
        Values = values;
    }

    /// <summary>The number of rows.</summary>
    public int Rows { get; }

    /// <summary>The number of columns.</summary>
    public int Columns { get; }

    /// <summary>All values, column after column. The array is the matrix's own.</summary>
    public double[] Values { get; }

    /// <summary>The value at a 0-based row and column.</summary>
    public double this[int row, int column]
    {
        get => Values[row + (long)column * Rows];
        set => Values[row + (long)column * Rows] = value;
    }

    /// <summary>A column's values.</summary>
    public Span<double> Column(int index) => Values.AsSpan(checked(index * Rows), Rows);

    /// <summary>A column's values as memory.</summary>
    public ReadOnlyMemory<double> ColumnMemory(int index) => Values.AsMemory(checked(index * Rows), Rows);

    /// <summary>The first columns.</summary>
    internal Matrix Head(int columns) => columns == Columns ? this : new(Rows, columns, Values[..checked(Rows * columns)]);

    /// <summary>The given 0-based rows, in that order.</summary>
    public Matrix SelectRows(ReadOnlySpan<int> rows)
    {
        var selected = new Matrix(rows.Length, Columns);
        for (var c = 0; c < Columns; c++)
        {
            var from = Column(c);
            var to = selected.Column(c);
            for (var i = 0; i < rows.Length; i++) to[i] = from[rows[i]];
        }
        return selected;
    }
}
