using System.Numerics.Tensors;
using Rtemis.Learning.Neighbours;
using Rtemis.Learning.Running;

namespace Rtemis.Learning.Decomposition.Umap;

/// <summary>
/// How much each neighbour belongs to a case's surroundings: falling exponentially with the distance, at such a rate that the surroundings of all
/// cases weigh the same. Source: L. McInnes, J. Healy and J. Melville, "UMAP: Uniform Manifold Approximation and Projection for Dimension Reduction",
/// 2018, section 4.1; the search for the rate and its floor are uwot's.
/// </summary>
/// <param name="shares">The distances that are summed for the rate are those behind so many of the nearest.</param>
/// <param name="target">What they sum to.</param>
/// <param name="entries">What the mean distance is taken over: the neighbours, and the case itself where it counts.</param>
/// <param name="fromNearest">Whether distances count from the nearest neighbour that is not at the same place, which then belongs wholly.</param>
sealed class FuzzyNeighbours(int shares, double target, int entries, bool fromNearest)
{
    const int MostSteps = 64;
    const double Tolerance = 1e-5;
    const double LeastRate = 1e-3;
    const int ChunkCases = 256;

    /// <summary>The weight of each neighbour, a row of the table after the other.</summary>
    public double[] Weigh(NeighbourTable table, RunContext context)
    {
        var weights = new double[checked(table.Points * table.Each)];
        var overall = MeanOfAll(table);
        context.Work.ForChunks(table.Points, ChunkCases, (_, first, end) =>
        {
            for (var i = first; i < end; i++) Weigh(table.Distances(i), overall, weights.AsSpan(i * table.Each, table.Each));
        });
        return weights;
    }

    /// <summary>The weight of each neighbour of one case.</summary>
    /// <param name="distances">Their distances, rising.</param>
    /// <param name="overall">The mean distance over all cases.</param>
    /// <param name="weights">Takes the weights.</param>
    public void Weigh(ReadOnlySpan<double> distances, double overall, Span<double> weights)
    {
        var nearest = fromNearest ? FirstAbove0(distances) : 0;
        var mean = nearest > 0 ? TensorPrimitives.Sum(distances) / entries : overall;
        var rate = Math.Max(Rate(distances[shares..], nearest), LeastRate * mean);
        for (var e = 0; e < weights.Length; e++) weights[e] = Weight(distances[e], nearest, rate);
    }

    double MeanOfAll(NeighbourTable table)
    {
        var sum = 0.0;
        for (var i = 0; i < table.Points; i++) sum += TensorPrimitives.Sum<double>(table.Distances(i));
        return sum / table.Points / entries;
    }

    static double FirstAbove0(ReadOnlySpan<double> distances)
    {
        foreach (var distance in distances)
            if (distance > 0) return distance;
        return 0;
    }

    static double Weight(double distance, double nearest, double rate) => distance <= nearest ? 1 : Math.Exp((nearest - distance) / rate);

    // Halves the interval that the rate is in; where no rate gives the target, the one that came closest.
    double Rate(ReadOnlySpan<double> distances, double nearest)
    {
        var (low, high, rate) = (0.0, double.PositiveInfinity, 1.0);
        var (best, least) = (rate, double.PositiveInfinity);
        for (var step = 0; step < MostSteps; step++)
        {
            var sum = 0.0;
            foreach (var distance in distances) sum += Weight(distance, nearest, rate);
            var error = Math.Abs(sum - target);
            if (error < Tolerance) return rate;
            if (error < least) (best, least) = (rate, error);
            if (sum > target) (high, rate) = (rate, (low + rate) / 2);
            else (low, rate) = (rate, double.IsInfinity(high) ? 2 * rate : (rate + high) / 2);
        }
        return best;
    }
}
