using System.IO.Compression;

namespace CollationTables;

/// <summary>
/// Writes the tables column by column as variable-length integers under Brotli:
/// like values next to each other, as small differences, are what makes the file small.
/// </summary>
sealed class TableWriter
{
    readonly List<byte> _bytes = [];

    public static void Write(IcuCollator icu, string path)
    {
        var elements = new List<RawElement>();
        var singles = new List<(int CodePoint, int Count)>();
        var unassigned = new List<RawElement>();
        for (var codePoint = 0; codePoint < CodePoints.Count; codePoint++)
        {
            if (CodePoints.IsHangulSyllable(codePoint)) continue;
            var own = icu.Elements(CodePoints.ToText(codePoint));
            if (own is [{ IsUnassigned: true } implied])
            {
                if (unassigned is [.., var last] && (last.Primary >= implied.Primary || last with { Primary = implied.Primary } != implied))
                    throw new InvalidOperationException($"U+{codePoint:X4} breaks the order of the unassigned.");
                unassigned.Add(implied);
                continue;
            }
            singles.Add((codePoint, own.Count));
            elements.AddRange(own);
        }

        var contractions = new List<(int[] Text, int Count)>();
        foreach (var text in icu.Contractions())
        {
            var own = icu.Elements(text);
            contractions.Add((CodePoints.Of(text), own.Count));
            elements.AddRange(own);
        }

        var ranks = new WeightRanks(elements, unassigned[0].Primary);
        var writer = new TableWriter();
        writer.Number(ranks.UnassignedBase);
        writer.Number(ranks.Secondary(unassigned[0]));
        writer.Number(ranks.Tertiary(unassigned[0]));
        writer.Singles(singles);
        writer.Contractions(contractions);
        writer.Elements(elements, ranks);
        writer.Marks(CombiningMarks.All());

        using var file = File.Create(path);
        using var brotli = new BrotliStream(file, CompressionLevel.SmallestSize);
        brotli.Write([.. writer._bytes]);
    }

    void Singles(List<(int CodePoint, int Count)> singles)
    {
        Number(singles.Count);
        Ascending(singles.Select(s => s.CodePoint));
        foreach (var (_, count) in singles) Number(count);
    }

    void Contractions(List<(int[] Text, int Count)> contractions)
    {
        Number(contractions.Count);
        foreach (var (text, _) in contractions) Number(text.Length);
        foreach (var (text, _) in contractions)
            foreach (var codePoint in text)
                Number(codePoint);
        foreach (var (_, count) in contractions) Number(count);
    }

    void Elements(List<RawElement> elements, WeightRanks ranks)
    {
        Number(elements.Count);
        var last = 0;
        foreach (var element in elements)
        {
            var primary = ranks.Primary(element);
            Number(primary == 0 ? 0 : ZigZag(primary - last) + 1);
            if (primary != 0) last = primary;
        }
        foreach (var element in elements) Number(ranks.Secondary(element));
        foreach (var element in elements) Number(ranks.Tertiary(element));
    }

    void Marks(List<(int CodePoint, byte First, byte Last)> marks)
    {
        Number(marks.Count);
        Ascending(marks.Select(m => m.CodePoint));
        foreach (var (_, first, _) in marks) Number(first);
        foreach (var (_, _, last) in marks) Number(last);
    }

    void Ascending(IEnumerable<int> codePoints)
    {
        var last = -1;
        foreach (var codePoint in codePoints)
        {
            Number(codePoint - last - 1);
            last = codePoint;
        }
    }

    void Number(int value)
    {
        for (; value >= 0x80; value >>= 7) _bytes.Add((byte)(value | 0x80));
        _bytes.Add((byte)value);
    }

    static int ZigZag(int value) => (value << 1) ^ (value >> 31);
}
