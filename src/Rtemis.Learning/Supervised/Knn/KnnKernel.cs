using Rtemis.Learning.Numerics;

namespace Rtemis.Learning.Supervised.Knn;

/// <summary>
/// Weights of the nearest neighbours by rank or by distance relative to the first that is not among them. Source: K. Hechenbichler and K. Schliep,
/// "Weighted k-Nearest-Neighbor Techniques and Ordinal Classification", 2004; R. J. Samworth, "Optimal weighted nearest neighbour classifiers",
/// Annals of Statistics 40, 2012; the documentation of the R package kknn.
/// </summary>
static class KnnKernel
{
    const double Least = 1e-6;

    /// <summary>The kernels, in rtemis's order.</summary>
    public static readonly string[] Names =
        ["rectangular", "triangular", "epanechnikov", "biweight", "triweight", "cos", "inv", "gaussian", "rank", "optimal"];

    /// <summary>Turns distances into weights.</summary>
    /// <param name="kernel">One of <see cref="Names"/>.</param>
    /// <param name="distances">The k nearest ones, ascending.</param>
    /// <param name="next">The distance of the neighbour after them.</param>
    /// <param name="columns">The number of columns that distances are taken over.</param>
    /// <param name="weights">Receives one weight a neighbour.</param>
    public static void Weigh(string kernel, ReadOnlySpan<double> distances, double next, int columns, Span<double> weights)
    {
        var furthest = Math.Max(next, Least);
        var k = distances.Length;
        var width = kernel == "gaussian" ? Math.Abs(NormalDistribution.Quantile(1 / (2.0 * (k + 1)))) : 0;
        for (var i = 0; i < k; i++)
        {
            var u = Math.Clamp(distances[i] / furthest, Least, 1 - Least);
            weights[i] = kernel switch
            {
                "rectangular" => 1,
                "triangular" => 1 - u,
                "epanechnikov" => 0.75 * (1 - u * u),
                "biweight" => 30 * Math.Pow((1 + u) / 2 * ((1 - u) / 2), 2),
                "triweight" => 140 * Math.Pow((1 + u) / 2 * ((1 - u) / 2), 3),
                "cos" => Math.Cos(u * Math.PI / 2),
                "inv" => 1 / u,
                "gaussian" => NormalDistribution.Density(u * width),
                "rank" => k + 1 - AverageRank(distances, i),
                "optimal" => Optimal(i + 1, k, columns),
                _ => throw new ArgumentOutOfRangeException(nameof(kernel), kernel, "No such kernel."),
            };
        }
    }

    static double Optimal(int rank, int k, double d) =>
        (1 + d / 2 - d / (2 * Math.Pow(k, 2 / d)) * (Math.Pow(rank, 1 + 2 / d) - Math.Pow(rank - 1, 1 + 2 / d))) / k;

    static double AverageRank(ReadOnlySpan<double> distances, int i)
    {
        var (first, last) = (i, i);
        while (first > 0 && distances[first - 1] == distances[i]) first--;
        while (last < distances.Length - 1 && distances[last + 1] == distances[i]) last++;
        return (first + last) / 2.0 + 1;
    }
}
