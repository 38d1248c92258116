namespace Rtemis.Learning.Supervised.Mars;

/// <summary>
/// Which terms are tried as parents, and in which order: those first whose children were the best when they were last tried, those that have waited long
/// before others. Source: J. H. Friedman, "Fast MARS", Stanford University technical report 110, 1993. As in earth, a term that came without its mirror
/// image moves the queue on by one slot only, so later slots may never be tried.
/// </summary>
sealed class ParentQueue
{
    readonly record struct Entry(int Slot, double Gain, int TriedAt);

    readonly List<Entry> _entries = [];
    readonly int _most;
    readonly double _ageing;
    int[] _order = [];

    /// <param name="most">How many are tried a step; 0 for all.</param>
    /// <param name="ageing">The ranks that a slot of waiting is worth.</param>
    /// <param name="rss">What the intercept leaves.</param>
    public ParentQueue(int most, double ageing, double rss)
    {
        _most = most == 0 ? int.MaxValue : Math.Max(most, 3);
        _ageing = ageing;
        _entries.Add(new Entry(0, Math.Max(-1, rss), 1));
        Sort(1);
    }

    /// <summary>The parents of this step.</summary>
    public IEnumerable<int> Parents => _order.Take(_most);

    /// <summary>Notes the best that came of a parent.</summary>
    /// <param name="slot">The parent.</param>
    /// <param name="gain">The best gain; -1 where it has no column left.</param>
    /// <param name="slots">The slots at the time.</param>
    public void Note(int slot, double gain, int slots) => _entries[slot] = new Entry(slot, gain, slots);

    /// <summary>Adds the terms of a step, which are tried before all others.</summary>
    /// <param name="count">One, or two with the mirror image.</param>
    /// <param name="slots">The slots before them.</param>
    public void Add(int count, int slots)
    {
        for (var i = 0; i < count; i++) _entries.Add(new Entry(_entries.Count, double.PositiveInfinity, slots));
        Sort(slots);
    }

    void Sort(int slots)
    {
        var ranked = _entries.OrderByDescending(e => e.Gain).ThenBy(e => e.Slot);
        _order = [.. ranked.Select((e, rank) => (Entry: e, Rank: rank + _ageing * (slots - e.TriedAt))).OrderBy(e => e.Rank)
            .ThenByDescending(e => e.Entry.Gain).ThenBy(e => e.Entry.Slot).Select(e => e.Entry.Slot)];
    }
}
