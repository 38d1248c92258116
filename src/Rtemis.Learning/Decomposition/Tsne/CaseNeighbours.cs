using Rtemis.Learning.Data;
using Rtemis.Learning.Neighbours;
using Rtemis.Learning.Running;

namespace Rtemis.Learning.Decomposition.Tsne;

/// <summary>The cases that attract each case: as many as three times the perplexity.</summary>
static class CaseNeighbours
{
    const int ChunkCases = 16;

    /// <summary>The nearest other points by Euclidean distance.</summary>
    public static NeighbourTable OfPoints(Matrix points, double perplexity, RunContext context) =>
        NearestNeighbours.Of(PointSet.Of(points, PointDistance.Euclidean, context), Count(perplexity), context);

    /// <summary>The nearest other cases by distances that are given, those of a case in its column.</summary>
    public static NeighbourTable OfDistances(NumericFrame distances, double perplexity, RunContext context)
    {
        var table = new NeighbourTable(distances.Rows, Count(perplexity));
        context.Work.ForChunks(distances.Rows, ChunkCases, (_, first, end) =>
        {
            var keys = new double[distances.Rows - 1];
            var others = new int[keys.Length];
            for (var i = first; i < end; i++)
            {
                context.Cancellation.ThrowIfCancellationRequested();
                OtherCases.Take(distances.Column(i), i, keys);
                for (var j = 0; j < others.Length; j++) others[j] = j < i ? j : j + 1;
                MedianSplit.Partition(keys, others, table.Each);
                others.AsSpan(0, table.Each).CopyTo(table.Indexes(i));
                keys.AsSpan(0, table.Each).CopyTo(table.Distances(i));
            }
        });
        return table;
    }

    static int Count(double perplexity) => (int)(3 * perplexity);
}
