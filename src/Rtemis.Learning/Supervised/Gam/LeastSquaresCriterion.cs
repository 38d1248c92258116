using Rtemis.Learning.Data;
using Rtemis.Learning.Running;

namespace Rtemis.Learning.Supervised.Gam;

/// <summary>A score of penalized least squares as a function of the smoothing parameters.</summary>
/// <param name="factor">The triangular factor of the problem, see <see cref="Numerics.LeastSquares.ReduceWhole"/>.</param>
/// <param name="blocks">The penalized blocks.</param>
/// <param name="score">The score of a deviance and effective degrees of freedom.</param>
/// <param name="context">The run.</param>
sealed class LeastSquaresCriterion(
    Matrix factor, IReadOnlyList<PenaltyBlock> blocks, Func<double, double, SmoothingScore> score, RunContext context) : ISmoothingCriterion
{
    /// <inheritdoc/>
    public SmoothingPoint At(double[] logSmoothing)
    {
        var system = new PenalizedSystem(factor, blocks, logSmoothing, context.Cancellation);
        var influence = new Influence(system, context.Work);
        var here = score(system.Deviance, influence.EffectiveFreedom);
        var derivatives = new SmoothingDerivatives(system, influence, context.Work);
        var (deviance, freedom) = (derivatives.DevianceGradient, derivatives.FreedomGradient);
        var (hessian, twice) = (derivatives.DevianceHessian(derivatives.Bend), derivatives.FreedomHessian());
        for (var k = 0; k < blocks.Count; k++)
        {
            for (var l = 0; l < blocks.Count; l++)
            {
                hessian[k, l] = here.ByDeviance * hessian[k, l] + here.ByBoth * (deviance[k] * freedom[l] + deviance[l] * freedom[k]) +
                    here.ByFreedom * twice[k, l] + here.ByFreedomTwice * freedom[k] * freedom[l];
            }
        }
        return new SmoothingPoint(here.Value, [.. deviance.Zip(freedom, (d, t) => here.ByDeviance * d + here.ByFreedom * t)], hessian);
    }
}
