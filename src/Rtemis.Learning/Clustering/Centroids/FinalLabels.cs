using Rtemis.Learning.Data;
using Rtemis.Learning.Running;

namespace Rtemis.Learning.Clustering.Centroids;

/// <summary>
/// The labels of the result: the closest center, where distances within 1e-5 of the case's largest distance are ties that are broken at
/// random. This is the rule of R's <c>max.col</c>, which draws a number for each further center that ties.
/// </summary>
static class FinalLabels
{
    const double Tie = 1e-5;
    const int ChunkRows = 512;

    /// <summary>1-based labels.</summary>
    public static int[] Of(NumericFrame data, Matrix centers, CentroidDistance distance, RunContext context)
    {
        var nearest = new NearestCenters(data, distance);
        var labels = new int[data.Rows];
        context.Work.ForChunks(data.Rows, ChunkRows, (_, first, end) =>
        {
            var distances = Distances(nearest, centers, distance, first, end - first);
            for (var i = 0; i < end - first; i++) labels[first + i] = Closest(distances, i, null);
        });
        // The draws have an order: that of the cases.
        for (var row = 0; row < labels.Length; row++)
        {
            if (row % ChunkRows == 0) context.Cancellation.ThrowIfCancellationRequested();
            if (labels[row] < 0) labels[row] = Closest(Distances(nearest, centers, distance, row, 1), 0, context);
            labels[row]++;
        }
        return labels;
    }

    static double[][] Distances(NearestCenters nearest, Matrix centers, CentroidDistance distance, int first, int count)
    {
        var distances = new double[centers.Rows][];
        for (var c = 0; c < distances.Length; c++)
        {
            distances[c] = new double[count];
            nearest.Distances(centers, c, first, distances[c]);
            if (distance == CentroidDistance.Euclidean)
                for (var i = 0; i < count; i++) distances[c][i] = Math.Sqrt(distances[c][i]);
        }
        return distances;
    }

    // -1 where it takes a draw and there are none to be had.
    static int Closest(double[][] distances, int row, RunContext? draws)
    {
        var largest = 0.0;
        foreach (var center in distances) largest = Math.Max(largest, center[row]);
        var (closest, least, ties) = (0, distances[0][row], 1);
        for (var c = 1; c < distances.Length; c++)
        {
            var distance = distances[c][row];
            if (distance < least - Tie * largest)
            {
                (closest, least, ties) = (c, distance, 1);
            }
            else if (distance <= least + Tie * largest)
            {
                if (draws is null) return -1;
                if (++ties * draws.Random.NextUniform() < 1) closest = c;
            }
        }
        return closest;
    }
}
