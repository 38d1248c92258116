namespace Rtemis.Data;

/// <summary>Orders strings by code point; by UTF-16 unit, the surrogate pairs would come before U+E000.</summary>
static class CodePointOrder
{
    public static int Compare(ReadOnlySpan<char> x, ReadOnlySpan<char> y)
    {
        var i = 0;
        var j = 0;
        while (i < x.Length && j < y.Length)
        {
            var left = Read(x, ref i);
            var right = Read(y, ref j);
            if (left != right) return left - right;
        }
        return (x.Length - i) - (y.Length - j);
    }

    /// <summary>The code point at <paramref name="index"/>, which moves past it; a lone surrogate counts as one.</summary>
    public static int Read(ReadOnlySpan<char> text, ref int index)
    {
        var c = text[index++];
        return char.IsHighSurrogate(c) && index < text.Length && char.IsLowSurrogate(text[index])
            ? char.ConvertToUtf32(c, text[index++])
            : c;
    }
}
