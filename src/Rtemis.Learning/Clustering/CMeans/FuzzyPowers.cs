using System.Numerics.Tensors;

namespace Rtemis.Learning.Clustering.CMeans;

/// <summary>Powers of numbers from 0 to 1.</summary>
static class FuzzyPowers
{
    /// <summary>The exponent by which memberships follow from shares of distances.</summary>
    public static double OfDistances(double fuzziness) => 1 / (fuzziness - 1);

    /// <summary>Raises numbers to a power.</summary>
    public static void Raise(ReadOnlySpan<double> numbers, double exponent, Span<double> powers)
    {
        if (exponent == 1) numbers.CopyTo(powers);
        else if (exponent == 2) TensorPrimitives.Multiply(numbers, numbers, powers);
        else TensorPrimitives.Pow(numbers, exponent, powers);
    }
}
