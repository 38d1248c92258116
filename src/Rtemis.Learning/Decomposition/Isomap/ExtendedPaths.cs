using System.Numerics;
using Rtemis.Learning.Data;
using Rtemis.Learning.Running;

namespace Rtemis.Learning.Decomposition.Isomap;

/// <summary>
/// Distances that are filled in from those of neighbours: each pass gives every missing one the least sum of two that were known before it. Source: J.
/// Oksanen et al., vegan, function <c>stepacross</c>; M. Williamson, "Species-separation distances", 1978.
/// </summary>
static class ExtendedPaths
{
    /// <summary>The distances, of a connected graph.</summary>
    public static SquareMatrix Of(NeighbourGraph graph, RunContext context)
    {
        var distances = SquareMatrix.Fill(graph.Cases, (i, row) =>
        {
            Array.Fill(row, double.PositiveInfinity);
            row[i] = 0;
            for (var k = 0; k < graph.Others(i).Count; k++) row[graph.Others(i)[k]] = graph.Distances(i)[k];
        }, context);
        while (Pass(distances, context)) ;
        return distances;
    }

    // Returns whether any was missing.
    static bool Pass(SquareMatrix distances, RunContext context)
    {
        var found = new List<(int Other, double Distance)>[distances.Size];
        context.Work.For(distances.Size, i =>
        {
            found[i] = [];
            for (var j = 0; j < i; j++)
            {
                if (!double.IsPositiveInfinity(distances[i][j])) continue;
                context.Cancellation.ThrowIfCancellationRequested();
                if (LeastSum(distances[i], distances[j]) is var sum && double.IsFinite(sum)) found[i].Add((j, sum));
            }
        });
        for (var i = 0; i < distances.Size; i++)
            foreach (var (other, distance) in found[i]) distances[i][other] = distances[other][i] = distance;
        return found.Any(f => f.Count > 0);
    }

    static double LeastSum(double[] a, double[] b)
    {
        var least = new Vector<double>(double.PositiveInfinity);
        var m = 0;
        for (; m <= a.Length - Vector<double>.Count; m += Vector<double>.Count) least = Vector.Min(least, new Vector<double>(a, m) + new Vector<double>(b, m));
        var result = double.PositiveInfinity;
        for (var lane = 0; lane < Vector<double>.Count; lane++) result = Math.Min(result, least[lane]);
        for (; m < a.Length; m++) result = Math.Min(result, a[m] + b[m]);
        return result;
    }
}
