namespace Rtemis.Data.Csv;

/// <summary>Builds a column of days.</summary>
sealed class DateBuilder(string name, int rows) : ColumnBuilder(name, rows)
{
    readonly int[] _values = new int[rows];

    public override string Kind => "an ISO 8601 date such as 2026-11-28";

    public override bool TrySet(int row, Cell cell)
    {
        if (IsoTime.Day(cell.Bytes) is not { } day) return false;
        _values[row] = day;
        return true;
    }

    public override Column Build() => new DateColumn(Name, _values, Validity);
}
