using System.Numerics.Tensors;
using MemoryPack;

namespace Rtemis.Learning.Numerics;

/// <summary>
/// A natural cubic spline, by its values and second derivatives at the knots; it goes on in straight lines beyond them. Source: C. de Boor, "A
/// Practical Guide to Splines", 1978, chapter IV.
/// </summary>
/// <param name="Knots">Where it may bend, rising; at least two.</param>
/// <param name="Values">Its value at each knot.</param>
/// <param name="Curvatures">Its second derivative at each knot.</param>
/// <param name="LeftSlope">Its slope up to the first knot.</param>
/// <param name="RightSlope">Its slope from the last knot on.</param>
[MemoryPackable]
sealed partial record NaturalSpline(double[] Knots, double[] Values, double[] Curvatures, double LeftSlope, double RightSlope)
{
    /// <summary>The last of the rising <paramref name="knots"/> that is not above <paramref name="x"/>; -1 where all are.</summary>
    public static int Interval(double[] knots, double x)
    {
        var found = Array.BinarySearch(knots, x);
        return found >= 0 ? found : ~found - 1;
    }

    /// <summary>The value at <paramref name="x"/>.</summary>
    public double At(double x) => At(x, Interval(Knots, x));

    /// <summary>The value at <paramref name="x"/>, whose interval is known.</summary>
    public double At(double x, int interval)
    {
        if (interval < 0) return Values[0] + LeftSlope * (x - Knots[0]);
        if (interval == Knots.Length - 1) return Values[^1] + RightSlope * (x - Knots[^1]);
        var width = Knots[interval + 1] - Knots[interval];
        var right = (x - Knots[interval]) / width;
        var left = 1 - right;
        var bend = (left * left * left - left) * Curvatures[interval] + (right * right * right - right) * Curvatures[interval + 1];
        return left * Values[interval] + right * Values[interval + 1] + bend * (width * width / 6);
    }

    /// <summary>A weighted sum of splines with the same knots, and of a line.</summary>
    /// <param name="splines">The splines; at least one.</param>
    /// <param name="weights">One a spline.</param>
    /// <param name="slope">The line's slope.</param>
    /// <param name="center">Where the line crosses zero.</param>
    public static NaturalSpline Sum(NaturalSpline[] splines, ReadOnlySpan<double> weights, double slope, double center)
    {
        var knots = splines[0].Knots;
        var values = Array.ConvertAll(knots, x => slope * (x - center));
        var curvatures = new double[knots.Length];
        var (left, right) = (slope, slope);
        for (var c = 0; c < splines.Length; c++)
        {
            TensorPrimitives.MultiplyAdd(splines[c].Values, weights[c], values, values);
            TensorPrimitives.MultiplyAdd(splines[c].Curvatures, weights[c], curvatures, curvatures);
            left += weights[c] * splines[c].LeftSlope;
            right += weights[c] * splines[c].RightSlope;
        }
        return new NaturalSpline(knots, values, curvatures, left, right);
    }
}
