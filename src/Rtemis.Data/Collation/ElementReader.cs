namespace Rtemis.Data;

/// <summary>Turns a string into its collation elements. For one thread; keeps its buffers from string to string.</summary>
sealed class ElementReader
{
    // Marks a code point that a contraction took from further ahead.
    const int Taken = -1;

    readonly CollationTable _table = CollationTable.Instance;
    int[] _text = new int[64];
    int _length;
    CollationElement[] _elements = new CollationElement[64];
    int _count;

    /// <summary>The elements of <paramref name="text"/>, valid until the next call.</summary>
    public ReadOnlySpan<CollationElement> Read(string text)
    {
        Decode(text);
        _count = 0;
        for (var i = 0; i < _length; i++)
        {
            var codePoint = _text[i];
            if (codePoint == Taken) continue;
            if (HangulSyllable.IsSyllable(codePoint))
            {
                AppendSyllable(codePoint);
                continue;
            }
            var entry = _table.Find(codePoint);
            if (entry.StartsContraction) (entry, i) = LongestMatch(i, entry);
            if (entry.IsAssigned) Append(entry);
            else Append(_table.Unassigned(codePoint));
        }
        return _elements.AsSpan(0, _count);
    }

    /// <summary>The longest contraction at <paramref name="start"/>, and the last position read without a gap.</summary>
    (TableEntry Entry, int End) LongestMatch(int start, TableEntry single)
    {
        var node = _text[start];
        var (matched, entry, end) = (node, single, start);
        for (var i = start; (i = Following(i)) < _length && _table.TryExtend(node, _text[i], out node, out var longer);)
        {
            if (!longer.IsAssigned) continue;
            (matched, entry, end) = (node, longer, i);
        }
        return (TakeSeparatedMarks(matched, entry, end), end);
    }

    /// <summary>
    /// Extends a match by combining marks that stand further on behind others, as if canonical reordering had brought them up
    /// (UTS #10, S2.1.1 to S2.1.3): a mark is out of reach behind a starter or a mark of its own class or a higher one.
    /// </summary>
    TableEntry TakeSeparatedMarks(int node, TableEntry entry, int end)
    {
        byte lastSkipped = 0;
        for (var i = end; (i = Following(i)) < _length;)
        {
            if (!_table.TryGetMark(_text[i], out var mark)) break;
            if (lastSkipped < mark.First && _table.TryExtend(node, _text[i], out var longer, out var found) && found.IsAssigned)
            {
                (node, entry) = (longer, found);
                _text[i] = Taken;
            }
            else lastSkipped = mark.Last;
        }
        return entry;
    }

    int Following(int i)
    {
        do i++;
        while (i < _length && _text[i] == Taken);
        return i;
    }

    void AppendSyllable(int codePoint)
    {
        Span<int> jamo = stackalloc int[3];
        foreach (var part in jamo[..HangulSyllable.Decompose(codePoint, jamo)]) Append(_table.Find(part));
    }

    void Append(TableEntry entry)
    {
        foreach (var element in _table.Elements(entry)) Append(element);
    }

    void Append(CollationElement element)
    {
        if (_count == _elements.Length) Array.Resize(ref _elements, 2 * _count);
        _elements[_count++] = element;
    }

    void Decode(string text)
    {
        if (_text.Length < text.Length) _text = new int[Math.Max(text.Length, 2 * _text.Length)];
        _length = 0;
        for (var i = 0; i < text.Length;) _text[_length++] = CodePointOrder.Read(text, ref i);
    }
}
