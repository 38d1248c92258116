using System.Numerics.Tensors;

namespace Rtemis.Learning.Numerics;

/// <summary>A Householder reflection of the coordinates from <paramref name="First"/> on, with LAPACK's choice of signs.</summary>
/// <param name="First">The first coordinate that it moves.</param>
/// <param name="Axis">The direction that it turns round, its first component 1.</param>
/// <param name="Scale">How far it moves; 0 leaves everything where it is.</param>
readonly record struct Reflector(int First, double[] Axis, double Scale)
{
    /// <summary>
    /// The reflection that brings <paramref name="x"/>, coordinates from <paramref name="first"/> on, to its first coordinate.
    /// </summary>
    /// <param name="x">The vector.</param>
    /// <param name="first">Where its coordinates begin.</param>
    /// <param name="result">That coordinate then; its sign is opposite to the one before, unless there is nothing to move.</param>
    public static Reflector Of(ReadOnlySpan<double> x, int first, out double result)
    {
        var axis = x.ToArray();
        axis[0] = 1;
        var tail = axis.AsSpan(1);
        var square = TensorPrimitives.Dot<double>(tail, tail);
        result = x[0];
        if (square == 0) return new Reflector(first, axis, 0);
        var length = Math.Sqrt(x[0] * x[0] + square);
        result = x[0] < 0 ? length : -length;
        TensorPrimitives.Divide(tail, x[0] - result, tail);
        return new Reflector(first, axis, (result - x[0]) / result);
    }

    /// <summary>Reflects a vector, given by its coordinates from <see cref="First"/> on.</summary>
    public void Apply(Span<double> vector)
    {
        if (Scale == 0) return;
        TensorPrimitives.MultiplyAdd(Axis, -Scale * TensorPrimitives.Dot<double>(Axis, vector), vector, vector);
    }
}
