using System.Text;

namespace Rtemis.Data;

/// <summary>
/// Orders strings as ICU's root collator does: letters by alphabet, then by accent, then lower case before upper;
/// punctuation before symbols before digits before letters. The order is the same on every machine, whatever its culture.
/// </summary>
/// <remarks>
/// The algorithm is the Unicode Collation Algorithm (UTS #10) over the CLDR root collation with the weights of ICU 72 (Unicode 15),
/// at ICU's defaults: tertiary strength, punctuation not ignored, no normalization. Strings which that order does not tell apart
/// follow by code point, so distinct strings never tie. A null comes first. Safe for use by many threads.
/// </remarks>
public sealed class RootCollation : IComparer<string>
{
    RootCollation()
    {
    }

    /// <summary>The one comparer.</summary>
    public static RootCollation Instance { get; } = new();

    /// <inheritdoc/>
    public int Compare(string? x, string? y)
    {
        if (ReferenceEquals(x, y)) return 0;
        if (x is null) return -1;
        if (y is null) return 1;

        // The tables, and the time to load them, are only for text beyond ASCII.
        if (Ascii.IsValid(x) && Ascii.IsValid(y))
        {
            var order = AsciiCollation.Compare(x, y);
            return order != 0 ? order : string.CompareOrdinal(x, y);
        }
        else
        {
            var order = ElementCollation.Compare(x, y);
            return order != 0 ? order : CodePointOrder.Compare(x, y);
        }
    }
}
