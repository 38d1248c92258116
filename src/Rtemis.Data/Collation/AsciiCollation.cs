namespace Rtemis.Data;

/// <summary>
/// The root order of ASCII strings: the same answers as <see cref="ElementCollation"/>, without its tables.
/// Here a character has one element or none, no two characters contract, and no accent weighs in.
/// </summary>
static class AsciiCollation
{
    // The characters of weight in order; the control characters that are missing weigh nothing.
    const string Order = "\t\n\v\f\r _-,;:!?.'\"()[]{}@*/\\&#%`^+<=>|~$0123456789abcdefghijklmnopqrstuvwxyz";

    static readonly byte[] Weights = BuildWeights();

    public static int Compare(ReadOnlySpan<char> x, ReadOnlySpan<char> y)
    {
        var caseOrder = 0;
        for (int i = 0, j = 0; ; i++, j++)
        {
            int left = 0, right = 0;
            while (i < x.Length && (left = Weights[x[i]]) == 0) i++;
            while (j < y.Length && (right = Weights[y[j]]) == 0) j++;
            if (left != right) return left - right;
            if (left == 0) return caseOrder;

            // Case only decides between strings whose letters are the same to the end.
            if (caseOrder == 0) caseOrder = IsUpper(x[i]) - IsUpper(y[j]);
        }
    }

    static int IsUpper(char c) => char.IsAsciiLetterUpper(c) ? 1 : 0;

    static byte[] BuildWeights()
    {
        var weights = new byte[128];
        for (var rank = 0; rank < Order.Length; rank++)
        {
            var c = Order[rank];
            weights[c] = (byte)(rank + 1);
            if (char.IsAsciiLetterLower(c)) weights[char.ToUpperInvariant(c)] = (byte)(rank + 1);
        }
        return weights;
    }
}
