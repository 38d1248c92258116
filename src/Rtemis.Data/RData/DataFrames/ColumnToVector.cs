namespace Rtemis.Data.RData;

/// <summary>A column as R's vector. Values that R keeps otherwise are converted while they are written.</summary>
static class ColumnToVector
{
    const string Utc = "UTC";

    public static RObject Convert(Column column) => column switch
    {
        DoubleColumn { MissingCount: 0 } numbers => new RDouble(numbers.Values),
        DoubleColumn numbers => new RDouble(WithMissing(numbers, RMissing.Double, i => numbers.Values.Span[i])),
        IntegerColumn { MissingCount: 0 } numbers => new RInteger(numbers.Values),
        IntegerColumn numbers => new RInteger(WithMissing(numbers, RMissing.Integer, i => numbers.Values.Span[i])),
        LogicalColumn flags => new RLogical(WithMissing(flags, RMissing.Integer, i => flags.Values[i] ? 1 : 0)),
        FactorColumn factor => Factor(factor),
        DateColumn dates => new RDouble(WithMissing(dates, RMissing.Double, i => dates.Values.Span[i]))
        {
            Attributes = [Class("Date")],
        },
        DateTimeColumn times => new RDouble(WithMissing(times, RMissing.Double, i => times.Values.Span[i]))
        {
            Attributes = [Class("POSIXct", "POSIXt"), new("tzone", new RCharacter(Zone(times.TimeZone)))],
        },
        TextColumn texts => new RCharacter(texts.Values),
        _ => throw new ArgumentException($"Column '{column.Name}' has type {column.Type}, which R has no vector for.", nameof(column)),
    };

    // Codes count from 1 there.
    static RInteger Factor(FactorColumn factor) =>
        new(new ComputedValues<int>(factor.Length, i => factor.Codes.Span[i] is var code && code == FactorColumn.Missing ? RMissing.Integer : code + 1))
        {
            Attributes = [new("levels", new RCharacter(factor.Levels.ToArray())), Class("factor")],
        };

    static ComputedValues<T> WithMissing<T>(Column column, T missing, Func<int, T> at)
        where T : unmanaged
        => new(column.Length, i => column.IsMissing(i) ? missing : at(i));

    static RAttributeValue Class(params string?[] names) => new("class", new RCharacter(names));

    // R takes names of zones, not offsets such as +02:00.
    static string Zone(string? zone) => string.IsNullOrEmpty(zone) || zone[0] is '+' or '-' ? Utc : zone;
}
