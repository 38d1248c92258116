using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Rtemis.Data;

/// <summary>The root collation's mapping of code points and contractions to elements. Immutable.</summary>
sealed class CollationTable
{
    const int PageBits = 7;
    const int PageSize = 1 << PageBits;
    static readonly TableEntry[] EmptyPage = new TableEntry[PageSize];
    static readonly Lazy<CollationTable> Loaded = new(() => new CollationTable(CollationResource.Open()));

    readonly TableEntry[][] _pages = new TableEntry[0x110000 >> PageBits][];
    readonly CollationElement[] _elements;
    readonly Dictionary<(int Node, int CodePoint), (int Node, TableEntry Entry)> _contractions = [];
    readonly Dictionary<int, CombiningMark> _marks = [];
    readonly CollationElement _unassigned;

    CollationTable(CollationResource resource)
    {
        _unassigned = new CollationElement(resource.Number(), (ushort)resource.Number(), (ushort)resource.Number());
        Array.Fill(_pages, EmptyPage);
        var start = ReadSingles(resource);
        ReadContractions(resource, start);
        _elements = ReadElements(resource);
        ReadMarks(resource);
    }

    public static CollationTable Instance => Loaded.Value;

    public TableEntry Find(int codePoint) => _pages[codePoint >> PageBits][codePoint & (PageSize - 1)];

    /// <summary>The element of a code point the table does not list: such code points follow all letters in their own order.</summary>
    public CollationElement Unassigned(int codePoint) => _unassigned with { Primary = _unassigned.Primary + codePoint };

    public ReadOnlySpan<CollationElement> Elements(TableEntry entry) => _elements.AsSpan(entry.Start, entry.Count);

    /// <summary>
    /// Steps from the contraction prefix <paramref name="node"/> to the one longer by <paramref name="codePoint"/>.
    /// The node of a single code point is that code point. A prefix that is no contraction itself has an unassigned entry.
    /// </summary>
    public bool TryExtend(int node, int codePoint, out int longer, out TableEntry entry)
    {
        var isFound = _contractions.TryGetValue((node, codePoint), out var next);
        (longer, entry) = next;
        return isFound;
    }

    /// <summary>The combining classes of a code point, if it is a non-starter.</summary>
    public bool TryGetMark(int codePoint, out CombiningMark mark) => _marks.TryGetValue(codePoint, out mark);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    int ReadSingles(CollationResource resource)
    {
        var codePoints = resource.Ascending(resource.Number());
        var start = 0;
        foreach (var codePoint in codePoints)
        {
            var count = resource.Number();
            Set(codePoint, new TableEntry(start, count));
            start += count;
        }
        return start;
    }

    void ReadContractions(CollationResource resource, int start)
    {
        var texts = new int[resource.Number()][];
        for (var i = 0; i < texts.Length; i++) texts[i] = new int[resource.Number()];
        foreach (var text in texts) resource.Fill(text);

        // Nodes of longer prefixes are numbered above all code points.
        var lastNode = _pages.Length * PageSize;
        foreach (var text in texts)
        {
            var count = resource.Number();
            Set(text[0], Find(text[0]).WithContraction());
            var node = text[0];
            for (var i = 1; i < text.Length; i++)
            {
                ref var next = ref CollectionsMarshal.GetValueRefOrAddDefault(_contractions, (node, text[i]), out var isKnown);
                if (!isKnown) next.Node = lastNode++;
                if (i == text.Length - 1) next.Entry = new TableEntry(start, count);
                node = next.Node;
            }
            start += count;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    static CollationElement[] ReadElements(CollationResource resource)
    {
        var elements = new CollationElement[resource.Number()];
        var primaries = new int[elements.Length];
        var last = 0;
        foreach (ref var primary in primaries.AsSpan())
            if (resource.Number() is var step and > 0)
                primary = last += CollationResource.Signed(step - 1);
        var secondaries = new int[elements.Length];
        resource.Fill(secondaries);
        for (var i = 0; i < elements.Length; i++)
            elements[i] = new CollationElement(primaries[i], (ushort)secondaries[i], (ushort)resource.Number());
        return elements;
    }

    void ReadMarks(CollationResource resource)
    {
        var codePoints = resource.Ascending(resource.Number());
        var first = new int[codePoints.Length];
        resource.Fill(first);
        for (var i = 0; i < codePoints.Length; i++)
            _marks.Add(codePoints[i], new CombiningMark((byte)first[i], (byte)resource.Number()));
    }

    void Set(int codePoint, TableEntry entry)
    {
        ref var page = ref _pages[codePoint >> PageBits];
        if (page == EmptyPage) page = new TableEntry[PageSize];
        page[codePoint & (PageSize - 1)] = entry;
    }
}
