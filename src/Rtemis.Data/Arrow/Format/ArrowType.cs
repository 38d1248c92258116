namespace Rtemis.Data.Arrow;

/// <summary>The type of a field, as far as it can be read: each subtype has exactly the parameters that matter to it.</summary>
abstract record ArrowType
{
    public sealed record Null : ArrowType;

    public sealed record Bool : ArrowType;

    /// <param name="Bits">8, 16, 32 or 64.</param>
    /// <param name="Signed">Whether negative numbers exist.</param>
    public sealed record Int(int Bits, bool Signed) : ArrowType;

    public sealed record Float(Precision Precision) : ArrowType;

    /// <summary>A 128-bit whole number, times 10 to the power of minus <paramref name="Scale"/>.</summary>
    public sealed record Decimal(int Scale) : ArrowType;

    public sealed record Date(DateUnit Unit) : ArrowType;

    public sealed record Timestamp(TimeUnit Unit, string? TimeZone) : ArrowType;

    public sealed record Text(TextLayout Layout) : ArrowType;
}
