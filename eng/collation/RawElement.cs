namespace CollationTables;

/// <summary>One collation element with ICU's own weights; the case bits are gone, since root comparison ignores them.</summary>
readonly record struct RawElement(uint Primary, ushort Secondary, ushort Tertiary)
{
    // ICU gives unassigned code points the primary lead byte 0xFE and, after it, weights in code point order.
    const uint UnassignedLead = 0xFE;

    // Two bits of each tertiary byte hold the case and the quaternary weight.
    const int TertiaryBits = 0x3F3F;

    public bool IsUnassigned => Primary >> 24 == UnassignedLead;

    public bool IsIgnorable => Primary == 0 && Secondary == 0 && Tertiary == 0;

    /// <summary>Joins the two 32-bit orders in which the iterator hands out an element: each holds half of every weight.</summary>
    public static RawElement Join(uint first, uint second) => new(
        (first & 0xFFFF0000) | (second >> 16),
        (ushort)((first & 0xFF00) | ((second >> 8) & 0xFF)),
        (ushort)((((first & 0xFF) << 8) | (second & 0xFF)) & TertiaryBits));

    /// <summary>Whether an order is the second half of the element before it.</summary>
    public static bool IsContinuation(uint order) => (order & 0xC0) == 0xC0;
}
