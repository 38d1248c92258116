using Rtemis.Learning.Supervised.Boosting.Options;

namespace Rtemis.Learning.Supervised.Boosting.Binning;

/// <summary>A bin for each level of a factor, the most frequent first. The first bin has the missing, the rare and the unknown.</summary>
sealed class CategoryBins : FeatureBins
{
    // Levels that together have fewer than this share of cases are rare.
    const float Covered = 0.99f;

    readonly int[] _levels;
    readonly int[] _bins;

    CategoryBins(List<int> levels, int all, bool some)
    {
        _levels = [.. levels];
        _bins = new int[all];
        for (var i = 0; i < _levels.Length; i++) _bins[_levels[i]] = i + 1;
        Count = _levels.Length + 1;
        Missing = some ? MissingKind.NaN : MissingKind.None;
    }

    /// <inheritdoc/>
    public override bool IsCategorical => true;

    /// <summary>The level of a bin but the first.</summary>
    public int Level(int bin) => _levels[bin - 1];

    /// <summary>Finds the bins; null where there is nothing to split.</summary>
    /// <param name="codes">One 0-based level a case; NaN where missing.</param>
    /// <param name="options">What is wanted of bins.</param>
    /// <param name="leastOnSide">The fewest cases on either side of a split.</param>
    public static CategoryBins? Find(ReadOnlySpan<double> codes, BinningOptions options, int leastOnSide)
    {
        var missing = 0;
        var counts = new SortedDictionary<int, int>();
        foreach (var code in codes)
        {
            if (double.IsNaN(code) || code < 0) missing++;
            else counts[(int)code] = counts.GetValueOrDefault((int)code) + 1;
        }
        if (counts.Count == 0) return null;
        var present = codes.Length - missing;
        var frequent = counts.OrderByDescending(c => c.Value).ToList();
        var kept = Frequent(frequent, present, Math.Min(counts.Count + (missing > 0 ? 1 : 0), options.MaxBin), options.MinDataInBin);
        var bins = new CategoryBins(kept, counts.Keys.Max() + 1, some: kept.Count < frequent.Count || missing > 0);
        int[] held = [0, .. kept.Select(level => counts[level])];
        held[0] = codes.Length - held.Sum();
        if (bins.Count == 2 && (held[0] < leastOnSide || held[1] < leastOnSide)) return null;
        bins.Weigh(held, codes.Length);
        return bins;
    }

    /// <inheritdoc/>
    public override int Of(double value) => value >= 0 && value < _bins.Length ? _bins[(int)value] : 0;

    static List<int> Frequent(List<KeyValuePair<int, int>> levels, int present, int most, int least)
    {
        var enough = (int)((double)(present * Covered) + 0.5);
        var kept = new List<int>();
        var cases = 0;
        foreach (var (level, count) in levels)
        {
            if ((cases >= enough && kept.Count + 1 >= most) || (count < least && kept.Count > 1)) break;
            kept.Add(level);
            cases += count;
        }
        return kept;
    }
}
