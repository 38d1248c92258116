using System.Numerics.Tensors;
using Rtemis.Learning.Numerics;

namespace Rtemis.Learning.Supervised.Gam;

/// <summary>
/// Newton's method for the logarithms of smoothing parameters, with steps that always go down and are never far. Source: S. N. Wood, "Fast stable
/// restricted maximum likelihood and marginal likelihood estimation of semiparametric generalized linear models", Journal of the Royal Statistical
/// Society B 73(1), 2011, section 3.
/// </summary>
static class SmoothingSearch
{
    const int MostSteps = 200;
    const int MostHalvings = 30;
    const double LongestStep = 5;

    /// <summary>The logarithms of the smoothing parameters that make a criterion least.</summary>
    /// <param name="criterion">The criterion.</param>
    /// <param name="start">Where to begin.</param>
    /// <param name="tolerance">The search ends where no derivative is larger.</param>
    /// <param name="cancellation">Ends the search.</param>
    public static double[] Minimize(ISmoothingCriterion criterion, double[] start, double tolerance, CancellationToken cancellation)
    {
        var (at, point) = (start, criterion.At(start));
        for (var step = 0; step < MostSteps && Array.Exists(point.Gradient, g => Math.Abs(g) > tolerance); step++)
        {
            var direction = Direction(point, tolerance, cancellation);
            var halvings = 0;
            SmoothingPoint next;
            double[] to;
            do
            {
                cancellation.ThrowIfCancellationRequested();
                to = [.. at.Zip(direction, (x, d) => x + d)];
                next = criterion.At(to);
                TensorPrimitives.Divide(direction, 2, direction);
            }
            while (!IsBetter(next, point) && halvings++ < MostHalvings);
            if (halvings > MostHalvings) break;
            (at, point) = (to, next);
        }
        return at;
    }

    // Near the end rounding hides whether a step goes down; it doesn't hide whether the slope becomes less.
    static bool IsBetter(SmoothingPoint next, SmoothingPoint point)
    {
        var noise = 1e-12 * (1 + Math.Abs(point.Value));
        return next.Value < point.Value - noise ||
            next.Value <= point.Value + noise && TensorPrimitives.Norm<double>(next.Gradient) < TensorPrimitives.Norm<double>(point.Gradient);
    }

    // Along an axis where the criterion curves down Newton's step would go up: it is turned round. Flat parameters stay where they are.
    static double[] Direction(SmoothingPoint point, double tolerance, CancellationToken cancellation)
    {
        var active = Enumerable.Range(0, point.Gradient.Length)
            .Where(k => Math.Abs(point.Gradient[k]) > tolerance / 10 || Math.Abs(point.Hessian[k, k]) > tolerance / 10).ToArray();
        var hessian = new Data.Matrix(active.Length, active.Length);
        for (var k = 0; k < active.Length; k++)
            for (var l = 0; l < active.Length; l++) hessian[k, l] = point.Hessian[active[k], active[l]];
        var eigen = SymmetricEigen.Of(hessian, cancellation);
        var least = 1e-10 * Math.Abs(eigen.Values[0]);
        var direction = new double[point.Gradient.Length];
        for (var e = 0; e < active.Length; e++)
        {
            var slope = 0.0;
            for (var k = 0; k < active.Length; k++) slope += eigen.Vectors[e][k] * point.Gradient[active[k]];
            var length = -slope / Math.Max(least, Math.Abs(eigen.Values[e]));
            for (var k = 0; k < active.Length; k++) direction[active[k]] += length * eigen.Vectors[e][k];
        }
        if (Math.Abs(TensorPrimitives.MaxMagnitude<double>(direction)) is var longest and > LongestStep)
            TensorPrimitives.Multiply(direction, LongestStep / longest, direction);
        return direction;
    }
}
