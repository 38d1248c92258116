using System.Numerics.Tensors;
using Rtemis.Learning.Neighbours;
using Rtemis.Learning.Running;

namespace Rtemis.Learning.Decomposition.Tsne;

/// <summary>
/// The share of each pair of neighbours in the similarity of all cases: symmetric, with a sum of 1. A pair has one where either is among the other's
/// nearest cases. Source: L. van der Maaten, "Accelerating t-SNE using Tree-Based Algorithms", Journal of Machine Learning Research 15, 2014, section 4.1.
/// </summary>
static class SparseShares
{
    const int ChunkCases = 256;

    /// <summary>Weighs neighbours.</summary>
    /// <param name="table">The nearest cases.</param>
    /// <param name="perplexity">About how many of them count.</param>
    /// <param name="context">The run.</param>
    public static WeightedGraph Of(NeighbourTable table, double perplexity, RunContext context)
    {
        var weights = new double[checked(table.Points * table.Each)];
        context.Work.ForChunks(table.Points, ChunkCases, (_, first, end) =>
        {
            var squares = new double[table.Each];
            for (var i = first; i < end && table.Each > 0; i++)
            {
                TensorPrimitives.Multiply(table.Distances(i), table.Distances(i), squares);
                PerplexitySearch.Weigh(squares, perplexity, weights.AsSpan(i * table.Each, table.Each));
            }
        });
        var graph = WeightedGraph.Symmetric(table, weights, static (there, back) => there + back, context);
        var shares = graph.AllWeights;
        if (!shares.IsEmpty) TensorPrimitives.Divide(shares, TensorPrimitives.Sum<double>(shares), shares);
        return graph;
    }
}
