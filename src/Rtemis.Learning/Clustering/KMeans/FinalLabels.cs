using Rtemis.Learning.Data;
using Rtemis.Learning.Running;

namespace Rtemis.Learning.Clustering.KMeans;

/// <summary>
/// The labels of the result: the closest center, where distances within 1e-5 of the case's largest distance are ties that are broken at
/// random. This is the rule of R's <c>max.col</c>, which draws a number for each further center that ties.
/// </summary>
static class FinalLabels
{
    const double Tie = 1e-5;
    const int ChunkRows = 512;

    /// <summary>1-based labels.</summary>
    public static int[] Of(NumericFrame data, Matrix centers, NearestCenters nearest, KMeansDistance distance, RunContext context)
    {
        var labels = new int[data.Rows];
        var distances = new double[centers.Rows][];
        // One thread, case after case: the draws have an order.
        for (var first = 0; first < data.Rows; first += ChunkRows)
        {
            context.Cancellation.ThrowIfCancellationRequested();
            var count = Math.Min(ChunkRows, data.Rows - first);
            for (var c = 0; c < distances.Length; c++)
            {
                distances[c] ??= new double[ChunkRows];
                nearest.Distances(centers, c, first, distances[c].AsSpan(0, count));
                if (distance == KMeansDistance.Euclidean)
                    for (var i = 0; i < count; i++) distances[c][i] = Math.Sqrt(distances[c][i]);
            }
            for (var i = 0; i < count; i++) labels[first + i] = 1 + Closest(distances, i, context);
        }
        return labels;
    }

    static int Closest(double[][] distances, int row, RunContext context)
    {
        var largest = 0.0;
        foreach (var center in distances) largest = Math.Max(largest, center[row]);
        var (closest, least, ties) = (0, distances[0][row], 1);
        for (var c = 1; c < distances.Length; c++)
        {
            var distance = distances[c][row];
            if (distance < least - Tie * largest) (closest, least, ties) = (c, distance, 1);
            else if (distance <= least + Tie * largest && ++ties * context.Random.NextUniform() < 1) closest = c;
        }
        return closest;
    }
}
