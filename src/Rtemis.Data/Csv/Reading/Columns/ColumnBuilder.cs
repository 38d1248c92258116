namespace Rtemis.Data.Csv;

/// <summary>A column that grows by a cell at a time, in memory that is taken once.</summary>
abstract class ColumnBuilder(string name, int rows)
{
    byte[]? _present;

    /// <summary>The name of the column.</summary>
    protected string Name => name;

    /// <summary>The bits of the cells that are not missing, or null when none is.</summary>
    protected BitView? Validity => _present is null ? null : new BitView(_present, 0, rows);

    /// <summary>Whether a field that is empty or blank is a missing cell.</summary>
    public virtual bool BlankIsMissing => true;

    /// <summary>What a value must be, as messages say it.</summary>
    public abstract string Kind { get; }

    /// <summary>Takes the value of a cell, if it is of the column's type.</summary>
    public abstract bool TrySet(int row, Cell cell);

    /// <summary>Makes a cell a missing one.</summary>
    public virtual void SetMissing(int row)
    {
        if (_present is null)
        {
            _present = new byte[(rows + 7) / 8];
            _present.AsSpan().Fill(0xFF);
        }
        _present[row >> 3] &= (byte)~(1 << (row & 7));
    }

    /// <summary>The column, once all cells are set.</summary>
    public abstract Column Build();

    /// <summary>A builder for a column of <paramref name="type"/>.</summary>
    public static ColumnBuilder Of(ColumnType type, string name, int rows, byte decimalMark) => type switch
    {
        ColumnType.Double => new DoubleBuilder(name, rows, decimalMark),
        ColumnType.Integer => new IntegerBuilder(name, rows, decimalMark),
        ColumnType.Logical => new LogicalBuilder(name, rows),
        ColumnType.Factor => new FactorBuilder(name, rows),
        ColumnType.Date => new DateBuilder(name, rows),
        ColumnType.DateTime => new DateTimeBuilder(name, rows),
        ColumnType.Text => new TextBuilder(name, rows),
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "There is no such type of column."),
    };
}
