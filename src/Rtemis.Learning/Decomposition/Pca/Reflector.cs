using System.Numerics.Tensors;

namespace Rtemis.Learning.Decomposition.Pca;

/// <summary>
/// Householder reflections I - tau v v' with v = (1, tail). Source: G. H. Golub and C. F. Van Loan, "Matrix Computations", section 5.1,
/// with the signs of LAPACK's <c>dlarfg</c>.
/// </summary>
static class Reflector
{
    /// <summary>Makes the reflection that turns (head, tail) into (head', 0); the tail becomes the reflection's. Gives tau.</summary>
    public static double Make(ref double head, Span<double> tail)
    {
        var norm = tail.IsEmpty ? 0 : TensorPrimitives.Norm<double>(tail);
        if (norm == 0) return 0;
        var reflected = -Math.CopySign(double.Hypot(head, norm), head);
        var tau = (reflected - head) / reflected;
        TensorPrimitives.Divide(tail, head - reflected, tail);
        head = reflected;
        return tau;
    }

    /// <summary>Reflects the vector (head, rest).</summary>
    public static void Apply(double tau, ReadOnlySpan<double> tail, ref double head, Span<double> rest)
    {
        if (tau == 0) return;
        var move = tau * (head + TensorPrimitives.Dot(tail, rest));
        head -= move;
        TensorPrimitives.MultiplyAdd(tail, -move, rest, rest);
    }
}
