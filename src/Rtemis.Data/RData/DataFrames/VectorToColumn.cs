namespace Rtemis.Data.RData;

/// <summary>A data frame's vector as a column.</summary>
static class VectorToColumn
{
    public static Column Convert(string name, RObject vector)
    {
        if (vector.Attribute("dim") is not null) throw Refused(name, "is a matrix or an array");
        if (vector.Inherits("integer64")) throw Refused(name, "has 64-bit integers (class integer64)");
        return vector switch
        {
            RInteger codes when codes.Inherits("factor") => Factor(name, codes),
            RVector<int> or RDouble when vector.Inherits("Date") => Dates(name, Doubles(vector)),
            RVector<int> or RDouble when vector.Inherits("POSIXct") => Times(name, Doubles(vector), vector.Attribute("tzone")),
            RDouble numbers => new DoubleColumn(name, numbers.Values, Validity(numbers.Values, RMissing.IsMissing)),
            RInteger numbers => new IntegerColumn(name, numbers.Values, Validity(numbers.Values, IsMissing)),
            RLogical flags => new LogicalColumn(name, BitView.Pack(flags.Length, i => flags.Values.Span[i] is not (0 or RMissing.Integer)),
                Validity(flags.Values, IsMissing)),
            RCharacter texts => new TextColumn(name, texts.Values),
            _ => throw Refused(name, $"is of type {vector.TypeName}"),
        };
    }

    static FactorColumn Factor(string name, RInteger factor)
    {
        if (factor.Attribute("levels") is not RCharacter levels) throw Refused(name, "is a factor without levels");
        var texts = levels.Values.ToArray();
        if (texts.Contains(null)) throw Refused(name, "is a factor with a missing level");
        if (texts.Distinct().Count() != texts.Length) throw Refused(name, "is a factor with a level that comes twice");
        var codes = factor.Values.ToArray();
        for (var i = 0; i < codes.Length; i++)
        {
            if (codes[i] != RMissing.Integer && (codes[i] < 1 || codes[i] > texts.Length))
                throw Refused(name, $"has the code {codes[i]} for {texts.Length} levels");
            codes[i] = codes[i] == RMissing.Integer ? FactorColumn.Missing : codes[i] - 1;
        }
        return new FactorColumn(name, codes, texts!);
    }

    // A date's fraction is its time of day, which R doesn't show either.
    static DateColumn Dates(string name, ReadOnlyMemory<double> values)
    {
        var days = new int[values.Length];
        for (var i = 0; i < days.Length; i++)
        {
            var value = Math.Floor(values.Span[i]);
            if (!double.IsFinite(value)) continue;
            if (value is < int.MinValue or > int.MaxValue) throw Refused(name, $"has a date {value} days from 1970");
            days[i] = (int)value;
        }
        return new DateColumn(name, days, Validity(values, value => !double.IsFinite(value)));
    }

    static DateTimeColumn Times(string name, ReadOnlyMemory<double> values, RObject? zone) =>
        new(name, values, Validity(values, value => !double.IsFinite(value)), zone is RCharacter { Length: > 0 } given ? NullIfEmpty(given) : null);

    static string? NullIfEmpty(RCharacter zone) => zone.Values.Span[0] is { Length: > 0 } text ? text : null;

    static ReadOnlyMemory<double> Doubles(RObject vector) => vector is RDouble numbers ? numbers.Values
        : ((RVector<int>)vector).Values.ToArray().Select(value => value == RMissing.Integer ? RMissing.Double : value).ToArray();

    static bool IsMissing(int value) => value == RMissing.Integer;

    static BitView? Validity<T>(ReadOnlyMemory<T> values, Func<T, bool> isMissing)
    {
        foreach (var value in values.Span)
            if (isMissing(value)) return BitView.Pack(values.Length, i => !isMissing(values.Span[i]));
        return null;
    }

    static RDataFormatException Refused(string name, string problem) => new($"Column '{(name.Length > 100 ? name[..100] : name)}' {problem}.");
}
