namespace Rtemis.Data.Csv;

/// <summary>Builds a column of true and false.</summary>
sealed class LogicalBuilder(string name, int rows) : ColumnBuilder(name, rows)
{
    readonly int _rows = rows;
    readonly byte[] _bits = new byte[(rows + 7) / 8];

    public override string Kind => "one of T, TRUE, True, true, F, FALSE, False and false";

    public override bool TrySet(int row, Cell cell)
    {
        if (CellText.Logical(cell.Bytes) is not { } value) return false;
        if (value) _bits[row >> 3] |= (byte)(1 << (row & 7));
        return true;
    }

    public override Column Build() => new LogicalColumn(Name, new BitView(_bits, 0, _rows), Validity);
}
