namespace Rtemis.Data.Csv;

/// <summary>Builds a column of points in time.</summary>
sealed class DateTimeBuilder(string name, int rows) : ColumnBuilder(name, rows)
{
    readonly double[] _values = new double[rows];

    public override string Kind => "an ISO 8601 date and time such as 2026-11-28T09:30:00Z";

    public override bool TrySet(int row, Cell cell)
    {
        if (IsoTime.Seconds(cell.Bytes) is not { } seconds) return false;
        _values[row] = seconds;
        return true;
    }

    public override Column Build() => new DateTimeColumn(Name, _values, Validity, "UTC");
}
