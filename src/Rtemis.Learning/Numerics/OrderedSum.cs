using System.Numerics;
using System.Runtime.InteropServices;

namespace Rtemis.Learning.Numerics;

/// <summary>Sums whose order depends on the number of terms alone, not on threads or memory.</summary>
static class OrderedSum
{
    /// <summary>The sum of numbers.</summary>
    public static double Of(ReadOnlySpan<double> values)
    {
        var width = Vector<double>.Count;
        ref var v = ref MemoryMarshal.GetReference(values);
        var (s0, s1, s2, s3) = (Vector<double>.Zero, Vector<double>.Zero, Vector<double>.Zero, Vector<double>.Zero);
        var i = 0;
        for (; i <= values.Length - 4 * width; i += 4 * width)
        {
            s0 += Vector.LoadUnsafe(ref v, (nuint)i);
            s1 += Vector.LoadUnsafe(ref v, (nuint)(i + width));
            s2 += Vector.LoadUnsafe(ref v, (nuint)(i + 2 * width));
            s3 += Vector.LoadUnsafe(ref v, (nuint)(i + 3 * width));
        }
        var sum = Vector.Sum(s0 + s1 + (s2 + s3));
        for (; i < values.Length; i++) sum += values[i];
        return sum;
    }

    /// <summary>The sum of the products of two vectors' components.</summary>
    public static double OfProducts(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(b.Length, a.Length);
        var width = Vector<double>.Count;
        ref var x = ref MemoryMarshal.GetReference(a);
        ref var y = ref MemoryMarshal.GetReference(b);
        var (s0, s1, s2, s3) = (Vector<double>.Zero, Vector<double>.Zero, Vector<double>.Zero, Vector<double>.Zero);
        var i = 0;
        for (; i <= a.Length - 4 * width; i += 4 * width)
        {
            s0 = Vector.FusedMultiplyAdd(Vector.LoadUnsafe(ref x, (nuint)i), Vector.LoadUnsafe(ref y, (nuint)i), s0);
            s1 = Vector.FusedMultiplyAdd(Vector.LoadUnsafe(ref x, (nuint)(i + width)), Vector.LoadUnsafe(ref y, (nuint)(i + width)), s1);
            s2 = Vector.FusedMultiplyAdd(Vector.LoadUnsafe(ref x, (nuint)(i + 2 * width)), Vector.LoadUnsafe(ref y, (nuint)(i + 2 * width)), s2);
            s3 = Vector.FusedMultiplyAdd(Vector.LoadUnsafe(ref x, (nuint)(i + 3 * width)), Vector.LoadUnsafe(ref y, (nuint)(i + 3 * width)), s3);
        }
        var sum = Vector.Sum(s0 + s1 + (s2 + s3));
        for (; i < a.Length; i++) sum += a[i] * b[i];
        return sum;
    }

    /// <summary>A vector's length.</summary>
    public static double Norm(ReadOnlySpan<double> vector) => Math.Sqrt(OfProducts(vector, vector));
}
