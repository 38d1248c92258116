using System.Numerics.Tensors;
using Rtemis.Learning.Neighbours;
using Rtemis.Learning.Running;

namespace Rtemis.Learning.Decomposition.Tsne;

/// <summary>
/// The share of each pair of neighbours in the similarity of all cases: symmetric, with a sum of 1. A pair has one where either is among the other's
/// nearest cases. Source: L. van der Maaten, "Accelerating t-SNE using Tree-Based Algorithms", Journal of Machine Learning Research 15, 2014, section 4.1.
/// </summary>
sealed class SparseShares
{
    const int ChunkCases = 256;

    readonly int[] _starts;
    readonly int[] _others;
    readonly double[] _shares;

    SparseShares(int[] starts)
    {
        _starts = starts;
        _others = new int[starts[^1]];
        _shares = new double[starts[^1]];
    }

    /// <summary>The number of cases.</summary>
    public int Cases => _starts.Length - 1;

    /// <summary>The shares of all pairs, each twice, case after case.</summary>
    public ReadOnlySpan<double> All => _shares;

    /// <summary>The neighbours of a case, in their order.</summary>
    public ReadOnlySpan<int> Others(int i) => _others.AsSpan(_starts[i].._starts[i + 1]);

    /// <summary>The shares of a case with its neighbours.</summary>
    public ReadOnlySpan<double> Shares(int i) => _shares.AsSpan(_starts[i].._starts[i + 1]);

    /// <summary>Weighs neighbours.</summary>
    /// <param name="table">The nearest cases; what it holds is used up.</param>
    /// <param name="perplexity">About how many of them count.</param>
    /// <param name="context">The run.</param>
    public static SparseShares Of(NeighbourTable table, double perplexity, RunContext context)
    {
        context.Work.ForChunks(table.Points, ChunkCases, (_, first, end) =>
        {
            var squares = new double[table.Each];
            for (var i = first; i < end; i++)
            {
                var distances = table.Distances(i);
                TensorPrimitives.Multiply(distances, distances, squares);
                if (table.Each > 0) PerplexitySearch.Weigh(squares, perplexity, distances);
                table.Indexes(i).Sort(distances);
            }
        });
        return Symmetric(table, ReversedNeighbours.Of(table, context.Cancellation), context);
    }

    static SparseShares Symmetric(NeighbourTable table, ReversedNeighbours reversed, RunContext context)
    {
        var starts = new int[table.Points + 1];
        context.Work.ForChunks(table.Points, ChunkCases, (_, first, end) =>
        {
            for (var i = first; i < end; i++) starts[i + 1] = Merge(table, reversed, i, [], []);
        });
        for (var i = 0; i < table.Points; i++) starts[i + 1] = checked(starts[i] + starts[i + 1]);
        var shares = new SparseShares(starts);
        context.Work.ForChunks(table.Points, ChunkCases, (_, first, end) =>
        {
            for (var i = first; i < end; i++)
                Merge(table, reversed, i, shares._others.AsSpan(starts[i]..starts[i + 1]), shares._shares.AsSpan(starts[i]..starts[i + 1]));
        });
        if (starts[^1] > 0) TensorPrimitives.Divide(shares._shares, TensorPrimitives.Sum<double>(shares._shares), shares._shares);
        return shares;
    }

    // Adds up the weights of a case's neighbours and of those whose neighbour it is, both in the order of their indexes; writes nothing into what is empty.
    static int Merge(NeighbourTable table, ReversedNeighbours reversed, int i, Span<int> others, Span<double> sums)
    {
        ReadOnlySpan<int> own = table.Indexes(i), back = reversed.Indexes(i);
        ReadOnlySpan<double> ownWeights = table.Distances(i), backWeights = reversed.Weights(i);
        var (a, b, count) = (0, 0, 0);
        for (; a < own.Length || b < back.Length; count++)
        {
            var next = Math.Min(a < own.Length ? own[a] : int.MaxValue, b < back.Length ? back[b] : int.MaxValue);
            var sum = 0.0;
            if (a < own.Length && own[a] == next) sum += ownWeights[a++];
            if (b < back.Length && back[b] == next) sum += backWeights[b++];
            if (others.IsEmpty) continue;
            (others[count], sums[count]) = (next, sum);
        }
        return count;
    }
}
