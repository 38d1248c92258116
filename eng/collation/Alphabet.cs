namespace CollationTables;

/// <summary>The code points the random strings draw from, by how likely they are to meet in a string.</summary>
sealed class Alphabet
{
    // Scripts of which one word is made, so that words of one script meet often.
    static readonly (int First, int Last)[] Scripts =
    [
        (0x20, 0x7E), (0x20, 0x7E), (0x00, 0x7F), (0xA0, 0x17F), (0x180, 0x24F), (0x1E00, 0x1EFF), (0x370, 0x3FF), (0x1F00, 0x1FFF),
        (0x400, 0x52F), (0x530, 0x58F), (0x590, 0x5FF), (0x600, 0x6FF), (0x900, 0x97F), (0x980, 0x9FF), (0xB00, 0xBFF),
        (0xC00, 0xDFF), (0xE00, 0xEFF), (0xF00, 0xFFF), (0x1000, 0x109F), (0x1100, 0x11FF), (0x1780, 0x17FF), (0x1980, 0x19DF),
        (0x1B00, 0x1B7F), (0x2000, 0x206F), (0x20A0, 0x27BF), (0x3040, 0x30FF), (0x3400, 0x3500), (0x4E00, 0x4F00), (0xF900, 0xFAFF),
        (0xAA80, 0xAADF), (0xAC00, 0xAD00), (0xFB00, 0xFDFF), (0xFE70, 0xFEFF), (0xFF00, 0xFFEF), (0x1F300, 0x1F6FF),
        (0x1D400, 0x1D7FF), (0x11000, 0x117FF), (0x20000, 0x20100),
    ];

    static readonly int[] Marks = [.. CombiningMarks.All().Select(m => m.CodePoint)];

    readonly int[][] _contractions;
    readonly Random _random;

    public Alphabet(IcuCollator icu, int seed)
    {
        _contractions = [.. icu.Contractions().Select(CodePoints.Of)];
        _random = new Random(seed);
    }

    /// <summary>A string of up to <paramref name="longest"/> code points and pieces of contractions, in no particular normal form.</summary>
    public string Next(int longest)
    {
        var script = Pick(Scripts);
        var text = new List<int>();
        for (var length = _random.Next(longest + 1); text.Count < length;)
        {
            switch (_random.Next(24))
            {
                case 0: script = Pick(Scripts); break;
                case 1: text.Add(_random.Next(0x10000)); break;
                case 2: text.Add(_random.Next(CodePoints.Count)); break;
                case 3 or 4 or 5: text.Add(Pick(Marks)); break;
                case 6: text.AddRange(Pick(_contractions)); break;
                case 7: AddPulledApart(text, Pick(_contractions)); break;
                default: text.Add(_random.Next(script.First, script.Last + 1)); break;
            }
        }
        return string.Concat(text.Select(CodePoints.ToText));
    }

    /// <summary>A string next to <paramref name="text"/>, for pairs that differ late or at a lower level only.</summary>
    public string Vary(string text)
    {
        var codePoints = CodePoints.Of(text).ToList();
        var at = _random.Next(codePoints.Count + 1);
        switch (_random.Next(4))
        {
            case 0: codePoints.Insert(at, Pick(Marks)); break;
            case 1: codePoints.InsertRange(at, CodePoints.Of(Next(1))); break;
            case 2 when at < codePoints.Count: codePoints.RemoveAt(at); break;
            case 3 when at < codePoints.Count: codePoints[at] ^= _random.Next(1, 0x40); break;
        }
        return string.Concat(codePoints.Select(CodePoints.ToText));
    }

    // Marks between the code points of a contraction are what separated matching is about.
    void AddPulledApart(List<int> text, int[] contraction)
    {
        foreach (var codePoint in contraction)
        {
            text.Add(codePoint);
            for (var marks = _random.Next(3); marks > 0; marks--) text.Add(Pick(Marks));
        }
    }

    T Pick<T>(T[] items) => items[_random.Next(items.Length)];
}
