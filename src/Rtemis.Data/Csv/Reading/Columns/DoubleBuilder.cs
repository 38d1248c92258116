namespace Rtemis.Data.Csv;

/// <summary>Builds a column of doubles.</summary>
sealed class DoubleBuilder(string name, int rows, byte decimalMark) : ColumnBuilder(name, rows)
{
    readonly double[] _values = new double[rows];

    public override string Kind => "a number";

    public override bool TrySet(int row, Cell cell)
    {
        if (!NumberScan.TryScan(cell.Bytes, decimalMark, out var number)) return false;
        _values[row] = number.Double;
        return true;
    }

    public override Column Build() => new DoubleColumn(Name, _values, Validity);
}
