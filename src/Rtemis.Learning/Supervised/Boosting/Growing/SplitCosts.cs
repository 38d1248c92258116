using System.Collections;
using Rtemis.Learning.Supervised.Boosting.Binning;
using Rtemis.Learning.Supervised.Boosting.Options;

namespace Rtemis.Learning.Supervised.Boosting.Growing;

/// <summary>
/// What splits cost: features may have to be paid for once for the model, or once for each case. Source: S. Peter et al., "Cost efficient gradient boosting",
/// NIPS 2017.
/// </summary>
/// <param name="options">The costs.</param>
/// <param name="data">The features and cases.</param>
sealed class SplitCosts(CostOptions options, BinnedData data)
{
    readonly Dictionary<int, int> _places = data.Features.Index().ToDictionary(f => f.Item.Index, f => f.Index);
    readonly bool[] _bought = new bool[data.Features.Count];
    readonly BitArray[] _known = options.Lazy.Count == 0 ? [] : [.. data.Features.Select(_ => new BitArray(data.Rows))];

    // The split of each leaf on each feature before its costs were taken off, by leaf, then feature.
    readonly List<SplitCandidate[]> _free = [];

    /// <summary>A new tree begins.</summary>
    public void NextTree() => _free.Clear();

    /// <summary>Takes the costs of a split off its gain.</summary>
    public void Charge(ref SplitCandidate split, int leaf, ReadOnlySpan<int> rows)
    {
        var place = _places[split.Feature];
        while (_free.Count <= leaf) _free.Add([.. Enumerable.Repeat(SplitCandidate.None, _bought.Length)]);
        _free[leaf][place] = split;
        var cost = options.Tradeoff * options.Split * rows.Length;
        if (options.Coupled.Count > 0 && !_bought[place]) cost += options.Tradeoff * options.Coupled[split.Feature];
        if (options.Lazy.Count > 0)
        {
            var total = 0.0;
            foreach (var row in rows)
                if (!_known[place][row]) total += options.Lazy[split.Feature];
            cost += options.Tradeoff * total;
        }
        split.Gain -= cost;
    }

    /// <summary>A split is made: its feature is paid for, and splits of other leaves on it become cheaper.</summary>
    public void Buy(in SplitCandidate split, int leaf, ReadOnlySpan<int> rows, IReadOnlyList<GrowingLeaf> leaves)
    {
        var place = _places[split.Feature];
        if (options.Coupled.Count > 0 && !_bought[place])
        {
            _bought[place] = true;
            for (var other = 0; other < leaves.Count; other++)
            {
                if (other == leaf || other >= _free.Count) continue;
                _free[other][place].Gain += options.Tradeoff * options.Coupled[split.Feature];
                if (!double.IsNegativeInfinity(leaves[other].Best.Gain) && _free[other][place].IsBetterThan(leaves[other].Best)) leaves[other].Best = _free[other][place];
            }
        }
        if (options.Lazy.Count == 0) return;
        foreach (var row in rows) _known[place][row] = true;
    }
}
