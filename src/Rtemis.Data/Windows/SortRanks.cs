namespace Rtemis.Data;

/// <summary>Puts a column's cells into whole numbers that are ordered as the cells are to be: a missing cell has the greatest.</summary>
static class SortRanks
{
    public static ulong[] Of(Column column, bool descending) => column switch
    {
        DoubleColumn real => OfDoubles(column, real.Values.Span, descending),
        DateTimeColumn time => OfDoubles(column, time.Values.Span, descending),
        IntegerColumn whole => OfIntegers(column, whole.Values.Span, descending),
        DateColumn date => OfIntegers(column, date.Values.Span, descending),
        FactorColumn factor => OfCodes(factor.Codes.Span, factor.Levels.Count, descending),
        LogicalColumn logical => OfLogicals(logical, descending),
        TextColumn text => OfTexts(text, descending),
        _ => throw new InvalidOperationException($"Column '{column.Name}' is of a type that has no order: {column.Type}."),
    };

    static ulong[] OfDoubles(Column column, ReadOnlySpan<double> values, bool descending)
    {
        var ranks = new ulong[values.Length];
        for (var row = 0; row < ranks.Length; row++)
        {
            if (double.IsNaN(values[row]) || column.IsMissing(row))
            {
                ranks[row] = ulong.MaxValue;
                continue;
            }
            // Adding zero makes one of the two zeros. The bits of negative numbers run backwards.
            var bits = BitConverter.DoubleToUInt64Bits(values[row] + 0.0);
            var rank = bits >> 63 == 0 ? bits | 1UL << 63 : ~bits;
            ranks[row] = descending ? ~rank : rank;
        }
        return ranks;
    }

    static ulong[] OfIntegers(Column column, ReadOnlySpan<int> values, bool descending)
    {
        var ranks = new ulong[values.Length];
        for (var row = 0; row < ranks.Length; row++)
        {
            var rank = (uint)values[row] ^ 0x8000_0000;
            ranks[row] = column.IsMissing(row) ? 1UL << 32 : descending ? ~rank : rank;
        }
        return ranks;
    }

    static ulong[] OfCodes(ReadOnlySpan<int> codes, int levels, bool descending)
    {
        var ranks = new ulong[codes.Length];
        for (var row = 0; row < ranks.Length; row++)
            ranks[row] = (ulong)(codes[row] == FactorColumn.Missing ? levels : descending ? levels - 1 - codes[row] : codes[row]);
        return ranks;
    }

    static ulong[] OfLogicals(LogicalColumn column, bool descending)
    {
        var ranks = new ulong[column.Length];
        for (var row = 0; row < ranks.Length; row++) ranks[row] = column.IsMissing(row) ? 2UL : column.Values[row] != descending ? 1UL : 0UL;
        return ranks;
    }

    static ulong[] OfTexts(TextColumn column, bool descending)
    {
        var distinct = column.Values.ToArray().OfType<string>().Distinct(StringComparer.Ordinal).ToArray();
        Array.Sort(distinct, RootCollation.Instance);
        var positions = new Dictionary<string, int>(distinct.Length, StringComparer.Ordinal);
        for (var i = 0; i < distinct.Length; i++) positions.Add(distinct[i], i);
        var codes = new int[column.Length];
        for (var row = 0; row < codes.Length; row++) codes[row] = column.Values.Span[row] is { } text ? positions[text] : FactorColumn.Missing;
        return OfCodes(codes, distinct.Length, descending);
    }
}
