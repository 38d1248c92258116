using Rtemis.Learning.Data;

namespace Rtemis.Learning.Supervised.Gam;

/// <summary>A criterion's value and derivatives at a choice of smoothing parameters, by their logarithms.</summary>
sealed record SmoothingPoint(double Value, double[] Gradient, Matrix Hessian);

/// <summary>What the choice of smoothing parameters makes least.</summary>
interface ISmoothingCriterion
{
    /// <summary>The criterion where the smoothing parameters have these logarithms.</summary>
    SmoothingPoint At(double[] logSmoothing);
}
