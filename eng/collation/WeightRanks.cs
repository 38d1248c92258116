namespace CollationTables;

/// <summary>Replaces weights by their ranks, which keep the order and pack better.</summary>
sealed class WeightRanks
{
    readonly Dictionary<uint, int> _primary = [];
    readonly Dictionary<ushort, int> _secondary;
    readonly Dictionary<ushort, int> _tertiary;

    /// <param name="elements">All elements of the tables.</param>
    /// <param name="firstUnassigned">
    /// The least primary weight of an unassigned code point. Those have no ranks of their own: a gap of one rank a code point is left here.
    /// </param>
    public WeightRanks(IReadOnlyCollection<RawElement> elements, uint firstUnassigned)
    {
        var primaries = elements.Select(e => e.Primary).Where(p => p != 0).Distinct().Order().ToList();
        UnassignedBase = 1 + primaries.Count(p => p < firstUnassigned);
        for (var i = 0; i < primaries.Count; i++) _primary[primaries[i]] = i + 1 + (primaries[i] < firstUnassigned ? 0 : CodePoints.Count);
        _primary[0] = 0;
        _secondary = Ranks(elements.Select(e => e.Secondary));
        _tertiary = Ranks(elements.Select(e => e.Tertiary));
    }

    public int UnassignedBase { get; }

    public int Primary(RawElement element) => _primary[element.Primary];

    public int Secondary(RawElement element) => _secondary[element.Secondary];

    public int Tertiary(RawElement element) => _tertiary[element.Tertiary];

    static Dictionary<ushort, int> Ranks(IEnumerable<ushort> weights) =>
        weights.Append((ushort)0).Distinct().Order().Select((weight, rank) => (weight, rank)).ToDictionary(p => p.weight, p => p.rank);
}
