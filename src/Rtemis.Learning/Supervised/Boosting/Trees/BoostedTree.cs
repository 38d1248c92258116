using MemoryPack;
using Rtemis.Learning.Supervised.Boosting.Binning;

namespace Rtemis.Learning.Supervised.Boosting.Trees;

/// <summary>
/// A tree of splits, in the order in which they were made: the first is the root. A child is the number of a split, or of a leaf as <c>~leaf</c>.
/// </summary>
[MemoryPackable]
sealed partial class BoostedTree
{
    [MemoryPackConstructor]
    public BoostedTree(TreeSplit[] splits, double[] leaves, int[] counts, int[][] levels) =>
        (Splits, Leaves, Counts, Levels) = (splits, leaves, counts, levels);

    /// <summary>The splits; none where the tree is a constant.</summary>
    public TreeSplit[] Splits { get; }

    /// <summary>The values of the leaves.</summary>
    public double[] Leaves { get; }

    /// <summary>The training cases of the leaves.</summary>
    public int[] Counts { get; }

    /// <summary>Sets of 0-based levels, ascending, that splits of factors send left.</summary>
    public int[][] Levels { get; }

    /// <summary>A tree without splits.</summary>
    public static BoostedTree Constant(double value, int count) => new([], [value], [count], []);

    /// <summary>Multiplies all values.</summary>
    public void Scale(double factor)
    {
        for (var i = 0; i < Leaves.Length; i++) Leaves[i] *= factor;
    }

    /// <summary>Adds to all values.</summary>
    public void Shift(double amount)
    {
        for (var i = 0; i < Leaves.Length; i++) Leaves[i] += amount;
    }

    /// <summary>The value of a case.</summary>
    /// <param name="values">Its features' values.</param>
    public double ValueOf(ReadOnlySpan<double> values) => Leaves[LeafOf(values)];

    /// <summary>The leaf of a case.</summary>
    /// <param name="values">Its features' values.</param>
    public int LeafOf(ReadOnlySpan<double> values)
    {
        var node = Splits.Length == 0 ? ~0 : 0;
        while (node >= 0)
        {
            ref readonly var split = ref Splits[node];
            node = GoesLeft(split, values[split.Feature]) ? split.Left : split.Right;
        }
        return ~node;
    }

    bool GoesLeft(in TreeSplit split, double value)
    {
        if (split.IsCategorical) return !double.IsNaN(value) && Array.BinarySearch(Levels[split.Set], (int)value) >= 0;
        if (double.IsNaN(value))
        {
            if (split.Missing == MissingKind.NaN) return split.DefaultLeft;
            value = 0;
        }
        return split.Missing == MissingKind.Zero && Math.Abs(value) <= ValueCounts.Zero ? split.DefaultLeft : value <= split.Threshold;
    }
}
