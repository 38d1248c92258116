namespace Rtemis.Data.Csv;

/// <summary>Builds a column of 32-bit whole numbers.</summary>
sealed class IntegerBuilder(string name, int rows, byte decimalMark) : ColumnBuilder(name, rows)
{
    readonly int[] _values = new int[rows];

    public override string Kind => "a whole number of 32 bits";

    public override bool TrySet(int row, Cell cell)
    {
        if (!NumberScan.TryScan(cell.Bytes, decimalMark, out var number) || !number.IsInteger) return false;
        _values[row] = number.Integer;
        return true;
    }

    public override Column Build() => new IntegerColumn(Name, _values, Validity);
}
