using System.Numerics.Tensors;
using Rtemis.Learning.Data;
using Rtemis.Learning.Numerics;

namespace Rtemis.Learning.Supervised.Gam;

/// <summary>
/// Newton's method for the logarithms of smoothing parameters, with steps that always go down and are never far. Of several minima it should find mgcv's,
/// so that its rules for steps are mgcv's. Source: S. N. Wood, "Stable and efficient multiple smoothing parameter estimation for generalized additive
/// models", Journal of the American Statistical Association 99, 2004, and "Fast stable restricted maximum likelihood and marginal likelihood estimation of
/// semiparametric generalized linear models", Journal of the Royal Statistical Society B 73(1), 2011.
/// </summary>
/// <param name="criterion">The criterion.</param>
/// <param name="saddles">What is done where the criterion isn't a bowl.</param>
/// <param name="tolerance">The search ends where no derivative is larger.</param>
/// <param name="cancellation">Ends the search.</param>
sealed class SmoothingSearch(ISmoothingCriterion criterion, SaddleRule saddles, double tolerance, CancellationToken cancellation)
{
    const int MostSteps = 200;
    const int MostHalvings = 30;
    const int HalvingsBeforeSlope = 3;
    const double LongestStep = 5;
    const double Noise = 1e-9;
    const double MostSurprise = 0.8;

    /// <summary>The logarithms of the smoothing parameters that make the criterion least.</summary>
    /// <param name="start">Where to begin.</param>
    public double[] Minimize(double[] start)
    {
        var here = (At: start, Point: criterion.At(start));
        for (var step = 0; step < MostSteps && Array.Exists(here.Point.Gradient, g => Math.Abs(g) > tolerance); step++)
        {
            var direction = Newton(here.Point, out var isBowl);
            var next = Down(here, isBowl || saddles == SaddleRule.Turn ? direction : Slope(here.Point));
            if (!isBowl && saddles == SaddleRule.Turn && DownSlope(here) is { } other && !(next?.Point.Value <= other.Point.Value)) next = other;
            if (next is null) break;
            here = next.Value;
        }
        return here.At;
    }

    // A step in this direction, as far as it leads down.
    (double[] At, SmoothingPoint Point)? Down((double[] At, SmoothingPoint Point) from, double[] direction)
    {
        for (var halvings = 0; halvings < MostHalvings; halvings++)
        {
            if (halvings == HalvingsBeforeSlope) direction = Slope(from.Point);
            var next = Move(from.At, direction);
            if (IsBetter(next.Point, from.Point) && (halvings > HalvingsBeforeSlope || IsAsForetold(from.Point, direction, next.Point))) return next;
            TensorPrimitives.Divide(direction, 2, direction);
        }
        return null;
    }

    // The best step down the slope among those halved until they get worse again.
    (double[] At, SmoothingPoint Point)? DownSlope((double[] At, SmoothingPoint Point) from)
    {
        (double[] At, SmoothingPoint Point)? best = null;
        var direction = Slope(from.Point);
        for (var halvings = 0; halvings < MostHalvings; halvings++)
        {
            var next = Move(from.At, direction);
            if (next.Point.Value >= (best?.Point ?? from.Point).Value && best is not null) break;
            if (next.Point.Value < from.Point.Value && IsAsForetold(from.Point, direction, next.Point)) best = next;
            TensorPrimitives.Divide(direction, 2, direction);
        }
        return best;
    }

    (double[] At, SmoothingPoint Point) Move(double[] from, double[] direction)
    {
        cancellation.ThrowIfCancellationRequested();
        double[] to = [.. from.Zip(direction, (x, d) => x + d)];
        return (to, criterion.At(to));
    }

    // Near the end rounding hides whether a step goes down; it doesn't hide whether the slope becomes less.
    static bool IsBetter(SmoothingPoint next, SmoothingPoint point)
    {
        var noise = Noise * (1 + Math.Abs(point.Value));
        return next.Value < point.Value - noise ||
            next.Value <= point.Value + noise && TensorPrimitives.Norm<double>(next.Gradient) < TensorPrimitives.Norm<double>(point.Gradient);
    }

    // Whether the step did about what slope and curvature said.
    bool IsAsForetold(SmoothingPoint point, double[] direction, SmoothingPoint next)
    {
        if (saddles == SaddleRule.Downhill) return true;
        var foretold = TensorPrimitives.Dot<double>(point.Gradient, direction);
        for (var l = 0; l < direction.Length; l++) foretold += TensorPrimitives.Dot<double>(point.Hessian.Column(l), direction) * direction[l] / 2;
        var actual = next.Value - point.Value;
        var noise = Noise * (1 + Math.Abs(point.Value)) + tolerance;
        return Math.Abs(foretold - actual) < MostSurprise * (Math.Max(Math.Abs(foretold), Math.Abs(actual)) + noise);
    }

    // Flat parameters stay where they are. Along axes where the criterion curves down the step is turned round.
    double[] Newton(SmoothingPoint point, out bool isBowl)
    {
        var active = Enumerable.Range(0, point.Gradient.Length)
            .Where(k => Math.Abs(point.Gradient[k]) > tolerance / 10 || Math.Abs(point.Hessian[k, k]) > tolerance / 10).ToArray();
        var hessian = new Matrix(active.Length, active.Length);
        for (var k = 0; k < active.Length; k++)
            for (var l = 0; l < active.Length; l++) hessian[k, l] = point.Hessian[active[k], active[l]];
        var eigen = SymmetricEigen.Of(hessian, cancellation);
        isBowl = Array.TrueForAll(eigen.Values, v => v > 0);
        var least = 1e-10 * Math.Abs(eigen.Values[0]);
        var direction = new double[point.Gradient.Length];
        foreach (var (value, vector) in eigen.Values.Zip(eigen.Vectors))
        {
            var slope = 0.0;
            for (var k = 0; k < active.Length; k++) slope += vector[k] * point.Gradient[active[k]];
            for (var k = 0; k < active.Length; k++) direction[active[k]] -= slope / Math.Max(least, Math.Abs(value)) * vector[k];
        }
        if (Math.Abs(TensorPrimitives.MaxMagnitude<double>(direction)) is var longest and > LongestStep)
            TensorPrimitives.Multiply(direction, LongestStep / longest, direction);
        return direction;
    }

    static double[] Slope(SmoothingPoint point)
    {
        var direction = new double[point.Gradient.Length];
        TensorPrimitives.Divide(point.Gradient, -Math.Abs(TensorPrimitives.MaxMagnitude<double>(point.Gradient)), direction);
        return direction;
    }
}
