using Rtemis.Learning.Data;
using Rtemis.Learning.Running;

namespace Rtemis.Learning.Clustering.KMeans;

/// <summary>
/// The last assignment, which is R's <c>max.col</c> of the negative distances: centers whose distance is the least but for 1e-5 of the case's largest
/// are as near, and one of them is drawn.
/// </summary>
static class NearestCenter
{
    const int BlockRows = 512;
    const double Tolerance = 1e-5;

    /// <summary>The 1-based number of each case's center.</summary>
    public static int[] Find(NumericFrame data, double[][] centers, bool manhattan, RunContext context)
    {
        var clusters = new int[data.Rows];
        var tied = new bool[data.Rows];
        context.Work.ForChunks(data.Rows, BlockRows, (_, start, end) =>
        {
            var distances = Distances(data, start, end, centers, manhattan);
            for (var i = 0; i < end - start; i++) clusters[start + i] = Pick(distances, i, () => 1, out tied[start + i]);
        });
        // Draws are made in the cases' order, whoever found the ties.
        for (var row = 0; row < clusters.Length; row++)
            if (tied[row]) clusters[row] = Pick(Distances(data, row, row + 1, centers, manhattan), 0, context.Random.NextUniform, out _);
        return clusters;
    }

    static double[][] Distances(NumericFrame data, int start, int end, double[][] centers, bool manhattan)
    {
        var scratch = new double[end - start];
        return Array.ConvertAll(centers, center =>
        {
            var distances = new double[end - start];
            CenterDistance.Measure(data, start, center, manhattan, distances, scratch);
            for (var i = 0; i < distances.Length && !manhattan; i++) distances[i] = Math.Sqrt(distances[i]);
            return distances;
        });
    }

    static int Pick(double[][] distances, int row, Func<double> draw, out bool tied)
    {
        var largest = 0.0;
        foreach (var center in distances) largest = Math.Max(largest, center[row]);
        var (least, picked, ties) = (distances[0][row], 0, 1);
        tied = false;
        for (var k = 1; k < distances.Length; k++)
        {
            var distance = distances[k][row];
            if (distance < least - Tolerance * largest) (least, picked, ties) = (distance, k, 1);
            else if (distance <= least + Tolerance * largest)
            {
                tied = true;
                if (++ties * draw() < 1) picked = k;
            }
        }
        return picked + 1;
    }
}
