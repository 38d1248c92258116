namespace Rtemis.Data.Csv;

/// <summary>
/// Finds the type of a column as R's <c>type.convert</c> does: the first of logical, integer and double (then, if wanted, of date and point in time) that takes
/// all values, else text. A column without values is logical.
/// </summary>
sealed class TypeGuess(byte decimalMark, bool findDates)
{
    [Flags]
    enum Candidates
    {
        None = 0,
        Logical = 1,
        Integer = 2,
        Double = 4,
        Date = 8,
        DateTime = 16,
    }

    Candidates _left = Candidates.Logical | Candidates.Integer | Candidates.Double | (findDates ? Candidates.Date | Candidates.DateTime : 0);

    /// <summary>Whether more values cannot change it.</summary>
    public bool IsText => _left == Candidates.None;

    /// <summary>The type that takes all values seen.</summary>
    public ColumnType Type =>
        _left.HasFlag(Candidates.Logical) ? ColumnType.Logical
        : _left.HasFlag(Candidates.Integer) ? ColumnType.Integer
        : _left.HasFlag(Candidates.Double) ? ColumnType.Double
        : _left.HasFlag(Candidates.Date) ? ColumnType.Date
        : _left.HasFlag(Candidates.DateTime) ? ColumnType.DateTime
        : ColumnType.Text;

    /// <summary>Takes a value that is not missing into account.</summary>
    public void Consider(ReadOnlySpan<byte> text)
    {
        var fits = Candidates.None;
        if (_left.HasFlag(Candidates.Double) && NumberScan.TryScan(text, decimalMark, out var number))
            fits = number.IsInteger ? Candidates.Integer | Candidates.Double : Candidates.Double;
        else if (_left.HasFlag(Candidates.Logical) && CellText.Logical(text) is not null) fits = Candidates.Logical;
        else if (_left.HasFlag(Candidates.Date) && IsoTime.Day(text) is not null) fits = Candidates.Date;
        else if (_left.HasFlag(Candidates.DateTime) && IsoTime.Seconds(text) is not null) fits = Candidates.DateTime;
        _left &= fits;
    }
}
