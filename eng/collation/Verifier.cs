using Rtemis.Data;

namespace CollationTables;

/// <summary>Counts the pairs on which the product's comparison and ICU's differ.</summary>
sealed class Verifier(IcuCollator icu)
{
    const int Shown = 20;

    long _pairs;
    long _ties;
    long _differences;

    public long Run(int randomPairs)
    {
        Step("Code points, adjacent in ICU's order", () => CheckSorted(Enumerable.Range(0, CodePoints.Count).Select(CodePoints.ToText)));
        Step("Contractions, adjacent in ICU's order", () => CheckSorted(icu.Contractions()));
        Step("Marks after every code point that starts a contraction", CheckContractionStarts);
        Step("ASCII strings of up to two characters, all pairs of neighbours", CheckAscii);
        Step("Random pairs", () => CheckRandom(randomPairs));
        return _differences;
    }

    void Step(string name, Action check)
    {
        var (pairs, ties, differences) = (_pairs, _ties, _differences);
        check();
        Console.WriteLine($"{name}: {_pairs - pairs} pairs, {_ties - ties} equal to ICU, {_differences - differences} disagreements");
    }

    void CheckSorted(IEnumerable<string> texts)
    {
        var sorted = texts.ToList();
        sorted.Sort(IcuOrder);
        for (var i = 1; i < sorted.Count; i++) Check(sorted[i - 1], sorted[i]);
    }

    void CheckContractionStarts()
    {
        var marks = CombiningMarks.All().Select(m => CodePoints.ToText(m.CodePoint)).ToList();
        foreach (var start in icu.Contractions().Select(c => CodePoints.ToText(CodePoints.Of(c)[0])).Distinct())
            CheckSorted(marks.Select(m => start + m));
    }

    void CheckAscii()
    {
        var characters = Enumerable.Range(0, 128).Select(c => ((char)c).ToString()).ToList();
        CheckSorted(characters.SelectMany(a => characters.Select(b => a + b)).Concat(characters));
    }

    void CheckRandom(int pairs)
    {
        var alphabet = new Alphabet(icu, seed: 1);
        for (var i = 0; i < pairs; i++)
        {
            var text = alphabet.Next(longest: 1 + i % 12);
            Check(text, i % 2 == 0 ? alphabet.Vary(text) : alphabet.Next(longest: 1 + i % 12));
        }
    }

    /// <summary>ICU's order, made total the way the product does.</summary>
    public int IcuOrder(string x, string y) =>
        icu.Compare(x, y) is var order and not 0 ? order : CodePoints.Of(x).AsSpan().SequenceCompareTo(CodePoints.Of(y));

    void Check(string x, string y)
    {
        _pairs++;
        if (x != y && icu.Compare(x, y) == 0) _ties++;
        var expected = Math.Sign(IcuOrder(x, y));
        if (Math.Sign(RootCollation.Instance.Compare(x, y)) == expected && Math.Sign(RootCollation.Instance.Compare(y, x)) == -expected) return;
        if (_differences++ < Shown) Console.WriteLine($"  {Escape(x)} | {Escape(y)}: ICU {expected}");
    }

    static string Escape(string text) => string.Join(' ', CodePoints.Of(text).Select(c => c.ToString("X4")));
}
