namespace Rtemis.Data;

/// <summary>The arithmetic by which a Hangul syllable stands for two or three jamo (The Unicode Standard, section 3.12).</summary>
static class HangulSyllable
{
    const int First = 0xAC00;
    const int FirstLeading = 0x1100;
    const int FirstVowel = 0x1161;
    const int BeforeTrailing = 0x11A7;
    const int LeadingCount = 19;
    const int VowelCount = 21;
    const int TrailingCount = 28;
    const int Count = LeadingCount * VowelCount * TrailingCount;

    public static bool IsSyllable(int codePoint) => (uint)(codePoint - First) < Count;

    /// <summary>Writes the jamo of <paramref name="syllable"/> and returns how many there are.</summary>
    public static int Decompose(int syllable, Span<int> jamo)
    {
        var (pair, trailing) = Math.DivRem(syllable - First, TrailingCount);
        var (leading, vowel) = Math.DivRem(pair, VowelCount);
        jamo[0] = FirstLeading + leading;
        jamo[1] = FirstVowel + vowel;
        jamo[2] = BeforeTrailing + trailing;
        return trailing == 0 ? 2 : 3;
    }
}
