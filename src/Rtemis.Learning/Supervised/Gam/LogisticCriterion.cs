using System.Numerics.Tensors;
using Rtemis.Learning.Running;

namespace Rtemis.Learning.Supervised.Gam;

/// <summary>
/// The unbiased risk estimate of penalized logistic regressions as a function of the smoothing parameters. Its derivatives take into account that the
/// estimate moves along with them and the weights with the estimate; of the second ones the small part in which two changes of the weights meet is left out.
/// Source: S. N. Wood, "Fast stable direct fitting and smoothness selection for generalized additive models", Journal of the Royal Statistical Society
/// B 70(3), 2008.
/// </summary>
sealed class LogisticCriterion(PenalizedLogistic fit, RunContext context) : ISmoothingCriterion
{
    double[]? _at;
    double[]? _coefficients;
    SmoothingDerivatives? _derivatives;

    /// <inheritdoc/>
    public SmoothingPoint At(double[] logSmoothing)
    {
        var (system, coefficients, deviance) = fit.Fit(logSmoothing, Guess(logSmoothing));
        var influence = new Influence(system, context.Work);
        var derivatives = new SmoothingDerivatives(system, influence, context.Work);
        var curvature = new LogisticCurvature(fit, system, influence, context);
        (_at, _coefficients, _derivatives) = (logSmoothing, coefficients, derivatives);

        var slope = curvature.FreedomSlope;
        var bend = new double[slope.Length];
        for (var c = 0; c < bend.Length; c++) bend[c] = derivatives.Bend[c] - TensorPrimitives.Dot<double>(influence.Inverse.Column(c), slope);
        var (hessian, twice, pairs) = (derivatives.DevianceHessian(bend), derivatives.FreedomHessian(), curvature.PairHessian(derivatives.Directions, bend));
        var gradient = new double[logSmoothing.Length];
        for (var k = 0; k < gradient.Length; k++)
        {
            var moved = 2 * TensorPrimitives.Dot<double>(slope, derivatives.Directions.Column(k));
            gradient[k] = derivatives.DevianceGradient[k] + 2 * derivatives.FreedomGradient[k] + moved;
            for (var l = 0; l < gradient.Length; l++) hessian[k, l] += 2 * twice[k, l] + pairs[k, l];
            hessian[k, k] += moved;
        }
        return new SmoothingPoint(SmoothingScore.UnbiasedRisk(deviance, influence.EffectiveFreedom).Value, gradient, hessian);
    }

    // The last estimate, moved to first order; null before the first.
    double[]? Guess(double[] logSmoothing)
    {
        if (_coefficients is null) return null;
        var guess = (double[])_coefficients.Clone();
        for (var k = 0; k < logSmoothing.Length; k++)
            TensorPrimitives.MultiplyAdd(_derivatives!.Directions.Column(k), logSmoothing[k] - _at![k], guess, guess);
        return guess;
    }
}
