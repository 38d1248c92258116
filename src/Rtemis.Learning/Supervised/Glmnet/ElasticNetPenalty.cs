using System.Numerics.Tensors;

namespace Rtemis.Learning.Supervised.Glmnet;

/// <summary>
/// The elastic net penalty: λ times the sum over columns of factor · ((1 - α)/2 · b² + α · |b|). Source: H. Zou and T. Hastie, "Regularization and
/// variable selection via the elastic net", 2005.
/// </summary>
sealed class ElasticNetPenalty
{
    // As glmnet has it: without any lasso there is no largest λ.
    const double LeastShareForLargest = 1e-3;

    readonly double[] _factors;

    /// <param name="alpha">The lasso's share, 0 to 1.</param>
    /// <param name="factors">One factor a column, 0 or more and not all 0; they are scaled to a mean of 1.</param>
    public ElasticNetPenalty(double alpha, IReadOnlyList<double> factors)
    {
        Alpha = alpha;
        var sum = TensorPrimitives.Sum<double>([.. factors]);
        _factors = [.. factors.Select(f => f * factors.Count / sum)];
    }

    /// <summary>The lasso's share.</summary>
    public double Alpha { get; }

    /// <summary>Whether a column is penalized at all.</summary>
    public bool Penalizes(int column) => _factors[column] > 0;

    /// <summary>The minimizer of the penalized quadratic in one coefficient.</summary>
    /// <param name="column">The column.</param>
    /// <param name="lambda">The strength of the penalty.</param>
    /// <param name="slope">The slope at a coefficient of 0.</param>
    /// <param name="curvature">The quadratic's curvature.</param>
    public double Minimize(int column, double lambda, double slope, double curvature)
    {
        var rest = Math.Abs(slope) - _factors[column] * (lambda * Alpha);
        return rest > 0 ? Math.CopySign(rest, slope) / (curvature + _factors[column] * (lambda * (1 - Alpha))) : 0;
    }

    /// <summary>Whether a column whose coefficient is 0 may leave it at the next λ, by the strong rule of Tibshirani et al., 2012.</summary>
    public bool MayEnter(int column, double slope, double lambda, double previous) => slope > Alpha * (2 * lambda - previous) * _factors[column];

    /// <summary>Whether 0 is not the best coefficient of a column after all.</summary>
    public bool IsViolated(int column, double slope, double lambda) => slope > lambda * Alpha * _factors[column];

    /// <summary>The least λ at which all penalized coefficients are 0.</summary>
    /// <param name="slopes">Sizes of the slopes where they are.</param>
    public double Largest(ReadOnlySpan<double> slopes)
    {
        var largest = 0.0;
        for (var k = 0; k < slopes.Length; k++)
            if (_factors[k] > 0) largest = Math.Max(largest, slopes[k] / _factors[k]);
        return largest / Math.Max(Alpha, LeastShareForLargest);
    }
}
