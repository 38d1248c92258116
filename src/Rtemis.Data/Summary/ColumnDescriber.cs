namespace Rtemis.Data;

/// <summary>Describes one column after another, keeping its working memory between them.</summary>
/// <param name="distributions">Whether to work out distributions too.</param>
sealed class ColumnDescriber(bool distributions)
{
    const int TopLevels = 3;
    const int ShownLevels = 24;

    readonly DistinctCounter _distinct = new();
    double[] _present = [];

    public ColumnDescription Describe(Column column) => column switch
    {
        DoubleColumn real => Numbers(column, Present(column, real.Values.Span)),
        IntegerColumn whole => Numbers(column, Present(column, whole.Values.Span)),
        DateColumn date => Entry(column, Present(column, date.Values.Span), null),
        DateTimeColumn time => Entry(column, Present(column, time.Values.Span), null),
        LogicalColumn logical => Logical(logical),
        FactorColumn factor => Factor(factor),
        TextColumn text => new ColumnDescription(column.Name, column.Type, column.MissingCount, Distinct(text), null),
        _ => throw new InvalidOperationException($"Column '{column.Name}' is of a type that is not described: {column.Type}."),
    };

    static ColumnDescription Logical(LogicalColumn column)
    {
        var trues = 0;
        if (column.MissingCount == 0) trues = column.Values.CountSet();
        else
            for (var row = 0; row < column.Length; row++)
                if (!column.IsMissing(row) && column.Values[row]) trues++;
        var falses = column.Length - column.MissingCount - trues;
        return new ColumnDescription(column.Name, column.Type, column.MissingCount, Math.Sign(trues) + Math.Sign(falses),
            new LogicalSummary(trues, falses));
    }

    ColumnDescription Factor(FactorColumn column)
    {
        var counts = new int[column.Levels.Count];
        foreach (var code in column.Codes.Span)
            if (code != FactorColumn.Missing) counts[code]++;
        var occurring = Enumerable.Range(0, counts.Length).Where(code => counts[code] > 0).ToArray();
        // Sorting keeps the order of equals, which is that of the levels.
        LevelCount[] top = [.. occurring.OrderByDescending(code => counts[code]).Take(distributions ? ShownLevels : TopLevels)
            .Select(code => new LevelCount(column.Levels[code], counts[code]))];
        return new ColumnDescription(column.Name, column.Type, column.MissingCount, occurring.Length, new FactorSummary([.. top.Take(TopLevels)]))
        {
            Distribution = distributions ? new FactorDistribution(top, column.Length - column.MissingCount - top.Sum(t => t.Count)) : null,
        };
    }

    ColumnDescription Numbers(Column column, ReadOnlySpan<double> present)
    {
        if (present.IsEmpty) return Entry(column, present, new NumberSummary(null, null, null));
        var min = present[0];
        var max = present[0];
        foreach (var value in present)
        {
            min = Math.Min(min, value);
            max = Math.Max(max, value);
        }
        return Entry(column, present, new NumberSummary(min, max, Mean.Of(present)));
    }

    ColumnDescription Entry(Column column, ReadOnlySpan<double> present, ColumnSummary? summary)
    {
        _distinct.Reset(present.Length);
        // Adding zero makes one of the two zeros.
        foreach (var value in present) _distinct.Add(BitConverter.DoubleToUInt64Bits(value + 0.0));
        return new ColumnDescription(column.Name, column.Type, column.Length - present.Length, _distinct.Count, summary)
        {
            Distribution = distributions ? Histogram.Of(present, column.Type) : null,
        };
    }

    // Whole numbers of 32 bits are exact as doubles, so one set of rules serves both.
    ReadOnlySpan<double> Present(Column column, ReadOnlySpan<int> values)
    {
        var present = Room(values.Length);
        var count = 0;
        for (var row = 0; row < values.Length; row++)
            if (column.Validity is not { } bits || bits[row]) present[count++] = values[row];
        return present.AsSpan(0, count);
    }

    ReadOnlySpan<double> Present(Column column, ReadOnlySpan<double> values)
    {
        if (column.Validity is null && !ContainsNaN(values)) return values;
        var present = Room(values.Length);
        var count = 0;
        for (var row = 0; row < values.Length; row++)
            if ((column.Validity is not { } bits || bits[row]) && !double.IsNaN(values[row])) present[count++] = values[row];
        return present.AsSpan(0, count);
    }

    static bool ContainsNaN(ReadOnlySpan<double> values)
    {
        foreach (var value in values)
            if (double.IsNaN(value)) return true;
        return false;
    }

    double[] Room(int length)
    {
        if (_present.Length < length) _present = new double[length];
        return _present;
    }

    static int Distinct(TextColumn column)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var text in column.Values.Span)
            if (text is not null) seen.Add(text);
        return seen.Count;
    }
}
