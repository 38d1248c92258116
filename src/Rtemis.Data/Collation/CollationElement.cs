namespace Rtemis.Data;

/// <summary>The weights one piece of text has at each level of the comparison; zero counts for nothing at its level.</summary>
readonly record struct CollationElement(int Primary, ushort Secondary, ushort Tertiary);
