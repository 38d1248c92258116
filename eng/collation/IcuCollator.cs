namespace CollationTables;

/// <summary>ICU's root collator: the comparison to reproduce, and the elements behind it.</summary>
sealed class IcuCollator
{
    const int Done = -1;

    readonly nint _collator;
    readonly nint _elements;

    public unsafe IcuCollator()
    {
        var status = 0;
        _collator = Icu.OpenCollator("", ref status);
        Icu.Check(status);
        var empty = '\0';
        _elements = Icu.OpenElements(_collator, &empty, 0, ref status);
        Icu.Check(status);
    }

    public int Compare(string x, string y) => Icu.Compare(_collator, x, x.Length, y, y.Length);

    /// <summary>ICU's order made total the way the product does it.</summary>
    public int TotalOrder(string x, string y) =>
        Compare(x, y) is var order and not 0 ? order : CodePoints.Of(x).AsSpan().SequenceCompareTo(CodePoints.Of(y));

    /// <summary>Compares by ICU's sort keys, which look at whole strings where <see cref="Compare"/> skips what they share.</summary>
    public int CompareKeys(string x, string y) => SortKey(x).AsSpan().SequenceCompareTo(SortKey(y));

    public unsafe List<RawElement> Elements(string text)
    {
        var status = 0;
        var orders = new List<uint>();
        fixed (char* start = text)
        {
            Icu.SetText(_elements, start, text.Length, ref status);
            for (int order; (order = Icu.Next(_elements, ref status)) != Done;) orders.Add((uint)order);
        }
        Icu.Check(status);

        var elements = new List<RawElement>();
        for (var i = 0; i < orders.Count; i++)
        {
            var hasSecond = i + 1 < orders.Count && RawElement.IsContinuation(orders[i + 1]);
            var element = RawElement.Join(orders[i], hasSecond ? orders[++i] : 0);
            if (!element.IsIgnorable) elements.Add(element);
        }
        return elements;
    }

    /// <summary>Every string of two or more code points that has elements of its own, those given by a prefix rule included.</summary>
    public List<string> Contractions()
    {
        var status = 0;
        var set = Icu.OpenSet();
        Icu.GetContractions(_collator, set, 0, 1, ref status);
        var contractions = new List<string>();
        Span<char> text = stackalloc char[64];
        for (var i = 0; i < Icu.ItemCount(set); i++)
        {
            var length = Icu.GetItem(set, i, out _, out _, text, text.Length, ref status);
            if (length > 0) contractions.Add(new string(text[..length]));
        }
        Icu.Check(status);
        contractions.Sort(string.CompareOrdinal);
        return contractions;
    }

    byte[] SortKey(string text)
    {
        var key = new byte[Icu.SortKey(_collator, text, text.Length, [], 0)];
        Icu.SortKey(_collator, text, text.Length, key, key.Length);
        return key;
    }
}
