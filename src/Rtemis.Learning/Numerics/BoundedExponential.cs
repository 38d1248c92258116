using System.Numerics.Tensors;

namespace Rtemis.Learning.Numerics;

/// <summary>
/// Exponentials of many numbers. <see cref="TensorPrimitives"/> computes a group of numbers with another rounding as soon as one of them has an
/// exponential beyond what a double holds, and which numbers are grouped depends on where their memory begins; so none gets there.
/// </summary>
static class BoundedExponential
{
    // e^700 is 1e304: beyond is nothing, or all, to any sum.
    const double Largest = 700;

    /// <summary>Replaces numbers by their exponentials, from 1e-304 to 1e304.</summary>
    public static void Apply(Span<double> values)
    {
        TensorPrimitives.Clamp(values, -Largest, Largest, values);
        TensorPrimitives.Exp(values, values);
    }
}
