using System.Runtime.Intrinsics;

namespace Rtemis.Learning.Clustering.NeuralGas;

/// <summary>The share of its way by which each center moves, by its rank among all, without sorting them.</summary>
static class RankShares
{
    // A share that moves no center, whose products are not yet slow numbers.
    const double Least = 1e-200;

    /// <param name="distances">The centers' distances from the case; the earlier of equally near ones ranks first.</param>
    /// <param name="count">The number of centers.</param>
    /// <param name="step">The share of the nearest.</param>
    /// <param name="decay">What a rank more leaves of a share.</param>
    /// <param name="shares">The shares; replaced.</param>
    public static void Of(ReadOnlySpan<Vector256<double>> distances, int count, double step, double decay, Span<Vector256<double>> shares)
    {
        var factor = Vector256.Create(decay);
        var least = Vector256.Create(Least);
        for (var v = 0; v < shares.Length; v++)
        {
            var share = Vector256.Create(step);
            var own = distances[v];
            for (var other = 0; other < count; other++)
            {
                var its = Vector256.Create(distances[other / 4][other % 4]);
                var before = Vector256.LessThan(its, own) | Vector256.Equals(its, own) & Later(v, other);
                share = Vector256.ConditionalSelect(before, Vector256.Max(share * factor, least), share);
            }
            shares[v] = share;
        }
    }

    // Of this vector, the centers behind another.
    static Vector256<double> Later(int vector, int other) =>
        Vector256.GreaterThan(Vector256.Create(0L, 1, 2, 3), Vector256.Create((long)other - 4 * vector)).AsDouble();
}
