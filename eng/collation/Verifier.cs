using Rtemis.Data;

namespace CollationTables;

/// <summary>
/// Counts the pairs on which the product's comparison and ICU's differ, and of these the ones in which ICU's comparison contradicts
/// ICU's own sort keys; only the others are held against the product.
/// </summary>
sealed class Verifier(IcuCollator icu)
{
    const int Shown = 20;

    long _pairs;
    long _ties;
    long _differences;
    long _contradictions;

    public long Run(int randomPairs)
    {
        Step("Code points, adjacent in ICU's order", () => CheckSorted(Enumerable.Range(0, CodePoints.Count).Select(CodePoints.ToText)));
        Step("Contractions, adjacent in ICU's order", () => CheckSorted(icu.Contractions()));
        Step("Marks after every code point that starts a contraction", CheckContractionStarts);
        Step("ASCII strings of up to two characters, all pairs of neighbours", CheckAscii);
        Step("Random pairs", () => CheckRandom(randomPairs));
        Console.WriteLine($"All: {_pairs} pairs, {_differences} disagreements, in {_contradictions} of which ICU contradicts its sort keys");
        return _differences - _contradictions;
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
        sorted.Sort(icu.TotalOrder);
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

    void Check(string x, string y)
    {
        _pairs++;
        if (x != y && icu.Compare(x, y) == 0) _ties++;
        var expected = Math.Sign(icu.TotalOrder(x, y));
        if (Math.Sign(RootCollation.Instance.Compare(x, y)) == expected && Math.Sign(RootCollation.Instance.Compare(y, x)) == -expected) return;
        _differences++;
        if (Math.Sign(icu.CompareKeys(x, y)) == -expected) _contradictions++;
        else if (_differences - _contradictions <= Shown) Console.WriteLine($"  {Escape(x)} | {Escape(y)}: ICU {expected}");
    }

    static string Escape(string text) => string.Join(' ', CodePoints.Of(text).Select(c => c.ToString("X4")));
}
