using Rtemis.Learning.Running;
using Rtemis.Learning.Supervised.Boosting.Trees;

namespace Rtemis.Learning.Supervised.Boosting.Growing;

/// <summary>A tree that has grown, and how the cases of the data it grew from find its leaves.</summary>
/// <param name="tree">The tree.</param>
/// <param name="splits">Its splits, for cases in bins.</param>
/// <param name="leaves">Its leaves' cases; valid until the next tree grows.</param>
sealed class GrownTree(BoostedTree tree, BinnedSplit[] splits, ReadOnlyMemory<int>[] leaves)
{
    const int ChunkRows = 16_384;

    /// <summary>The tree.</summary>
    public BoostedTree Tree => tree;

    /// <summary>The cases of a leaf that the tree grew from; valid until the next tree grows.</summary>
    public ReadOnlySpan<int> CasesOf(int leaf) => leaves[leaf].Span;

    /// <summary>Adds the leaves' values to the sums of the cases that the tree grew from; before the next tree grows.</summary>
    public void AddToOwn(double[] sums, RunContext context)
    {
        context.Work.For(leaves.Length, leaf =>
        {
            var value = tree.Leaves[leaf];
            foreach (var row in leaves[leaf].Span) sums[row] += value;
        });
    }

    /// <summary>Adds the leaves' values to the sums of all cases, or of those that the tree did not grow from.</summary>
    /// <param name="sums">One a case.</param>
    /// <param name="bag">The cases to be left out, ascending.</param>
    /// <param name="context">The run.</param>
    public void AddToOthers(double[] sums, ReadOnlyMemory<int> bag, RunContext context)
    {
        if (bag.Length == sums.Length) return;
        context.Work.ForChunks(sums.Length, ChunkRows, (_, start, end) =>
        {
            var own = bag.Span;
            var next = own.BinarySearch(start) is >= 0 and var found ? found : ~own.BinarySearch(start);
            for (var row = start; row < end; row++)
            {
                if (next < own.Length && own[next] == row) next++;
                else sums[row] += tree.Leaves[LeafOf(row)];
            }
        });
    }

    int LeafOf(int row)
    {
        var node = splits.Length == 0 ? ~0 : 0;
        while (node >= 0) node = splits[node].Sides[splits[node].Feature[row]] != 0 ? tree.Splits[node].Left : tree.Splits[node].Right;
        return ~node;
    }
}
