namespace Rtemis.Learning.Numerics;

/// <summary>
/// Singular values of the triangle (f, g; 0, h) in closed form, right to nearly the last bit. Source: J. Demmel and W. Kahan, "Accurate
/// singular values of bidiagonal matrices", SIAM Journal on Scientific and Statistical Computing 11(5), 1990; signs are those of LAPACK's
/// <c>dlasv2</c>.
/// </summary>
static class TwoByTwo
{
    /// <summary>Both values, with signs, and the rotation of the right vectors.</summary>
    public static (double Large, double Small, PlaneRotation Right) Decompose(double f, double g, double h)
    {
        var swapped = Math.Abs(h) > Math.Abs(f);
        var (first, last) = swapped ? (h, f) : (f, h);
        var (large, small, right, left) = Ordered(first, g, last);
        if (swapped) (right, left) = (new PlaneRotation(left.Sine, left.Cosine), new PlaneRotation(right.Sine, right.Cosine));

        var sign = Math.Abs(g) > Math.Abs(first) ? Sign(right.Sine) * Sign(left.Cosine) * Sign(g)
            : swapped ? Sign(right.Sine) * Sign(left.Sine) * Sign(h)
            : Sign(right.Cosine) * Sign(left.Cosine) * Sign(f);
        return (sign * large, sign * Sign(f) * Sign(h) * small, right);
    }

    /// <summary>The smaller singular value.</summary>
    public static double Smaller(double f, double g, double h)
    {
        var (less, more, beside) = (Math.Min(Math.Abs(f), Math.Abs(h)), Math.Max(Math.Abs(f), Math.Abs(h)), Math.Abs(g));
        if (less == 0) return 0;
        var (sum, difference) = (1 + less / more, (more - less) / more);
        if (beside < more)
        {
            var square = beside / more * (beside / more);
            return less * (2 / (Math.Sqrt(sum * sum + square) + Math.Sqrt(difference * difference + square)));
        }
        var ratio = more / beside;
        if (ratio == 0) return less * more / beside;
        var (a, b) = (sum * ratio, difference * ratio);
        return 2 * (less / (Math.Sqrt(1 + a * a) + Math.Sqrt(1 + b * b)) * ratio);
    }

    // For |f| >= |h|.
    static (double Large, double Small, PlaneRotation Right, PlaneRotation Left) Ordered(double f, double g, double h)
    {
        var (fa, ga, ha) = (Math.Abs(f), Math.Abs(g), Math.Abs(h));
        if (ga == 0) return (fa, ha, new PlaneRotation(1, 0), new PlaneRotation(1, 0));
        if (fa / ga < BidiagonalSvd.Epsilon)
        {
            var least = ha > 1 ? fa / (ga / ha) : fa / ga * ha;
            return (ga, least, new PlaneRotation(f / g, 1), new PlaneRotation(1, h / g));
        }
        var d = fa - ha;
        var l = d == fa ? 1 : d / fa;
        var q = g / f;
        var t = 2 - l;
        var s = Math.Sqrt(t * t + q * q);
        var r = l == 0 ? Math.Abs(q) : Math.Sqrt(l * l + q * q);
        var a = 0.5 * (s + r);
        // Where q squared underflows, the second form loses nothing.
        t = q * q != 0 ? (q / (s + t) + q / (r + l)) * (1 + a)
            : l == 0 ? 2 * Sign(f) * Sign(g)
            : g / (Sign(f) * d) + q / t;
        var length = Math.Sqrt(t * t + 4);
        var right = new PlaneRotation(2 / length, t / length);
        return (fa * a, ha / a, right, new PlaneRotation((right.Cosine + right.Sine * q) / a, h / f * right.Sine / a));
    }

    static double Sign(double value) => Math.CopySign(1, value);
}
