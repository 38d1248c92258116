using System.Numerics.Tensors;
using Rtemis.Learning.Numerics;

namespace Rtemis.Learning.Decomposition.Tsne;

/// <summary>
/// Weighs the neighbours of a case by a Gaussian of its own width, so that the entropy of the weights is the logarithm of the perplexity. Source: L.
/// van der Maaten and G. Hinton, "Visualizing Data using t-SNE", Journal of Machine Learning Research 9, 2008, section 2; the steps of the bisection
/// are Rtsne's.
/// </summary>
static class PerplexitySearch
{
    const int MostSteps = 200;
    const double Tolerance = 1e-5;

    // What a sum of weights that are all 0 to rounding is taken for.
    const double LeastSum = 2.2250738585072014e-308;

    /// <summary>Finds the weights, which sum to 1.</summary>
    /// <param name="squares">The squared distances of the neighbours.</param>
    /// <param name="perplexity">Above 0.</param>
    /// <param name="weights">Takes the weights.</param>
    public static void Weigh(ReadOnlySpan<double> squares, double perplexity, Span<double> weights)
    {
        var (precision, low, high, target) = (1.0, double.NegativeInfinity, double.PositiveInfinity, Math.Log(perplexity));
        var sum = 0.0;
        for (var step = 0; step < MostSteps; step++)
        {
            TensorPrimitives.Multiply(squares, -precision, weights);
            BoundedExponential.Apply(weights);
            sum = LeastSum + TensorPrimitives.Sum<double>(weights);
            var excess = precision * TensorPrimitives.Dot<double>(squares, weights) / sum + Math.Log(sum) - target;
            if (Math.Abs(excess) < Tolerance) break;
            if (excess > 0)
            {
                low = precision;
                precision = double.IsPositiveInfinity(high) ? precision * 2 : (precision + high) / 2;
            }
            else
            {
                high = precision;
                precision = double.IsNegativeInfinity(low) ? precision / 2 : (precision + low) / 2;
            }
        }
        TensorPrimitives.Divide(weights, sum, weights);
    }
}
