using System.Numerics.Tensors;
using Rtemis.Learning.Numerics;

namespace Rtemis.Learning.Decomposition.Ica;

/// <summary>The slope of a contrast, and how the slope changes.</summary>
/// <param name="contrast">The contrast.</param>
/// <param name="alpha">The steepness of log cosh.</param>
sealed class ContrastSlope(IcaContrast contrast, double alpha)
{
    /// <summary>Puts the slopes in the place of a component's values.</summary>
    /// <returns>The sum of the slopes' own slopes.</returns>
    public double Replace(Span<double> values) => contrast == IcaContrast.LogCosh ? LogCosh(values) : Exponential(values);

    double LogCosh(Span<double> values)
    {
        if (alpha != 1) TensorPrimitives.Multiply(values, alpha, values);
        TensorPrimitives.Tanh(values, values);
        return alpha * (values.Length - TensorPrimitives.SumOfSquares<double>(values));
    }

    static double Exponential(Span<double> values)
    {
        Span<double> decay = stackalloc double[values.Length];
        TensorPrimitives.Multiply(values, values, decay);
        TensorPrimitives.Multiply(decay, -0.5, decay);
        BoundedExponential.Apply(decay);
        // The slope's slope is (1 - u²) exp(-u²/2): the decay less the square of u times it.
        var sum = TensorPrimitives.Sum<double>(decay);
        TensorPrimitives.Multiply(decay, values, decay);
        sum -= TensorPrimitives.Dot<double>(decay, values);
        decay.CopyTo(values);
        return sum;
    }
}
