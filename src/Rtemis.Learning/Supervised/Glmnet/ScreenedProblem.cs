using Rtemis.Learning.Running;

namespace Rtemis.Learning.Supervised.Glmnet;

/// <summary>The least squares problems that a likelihood looks like from the coefficients at hand, over the columns that are not screened out.</summary>
sealed class ScreenedProblem(double[][] columns, CoordinateDescent descent, bool intercept, RunContext context)
{
    readonly double[] _curvatures = new double[columns.Length];

    /// <summary>The problem for weights and weighted residuals, which it may change.</summary>
    /// <param name="weights">One weight a case.</param>
    /// <param name="residuals">One weighted residual a case.</param>
    /// <param name="total">The sum of the weights.</param>
    public Quadratic Of(double[] weights, double[] residuals, double total)
    {
        if (!intercept) total = 0;
        int[] chosen = [.. Enumerable.Range(0, columns.Length).Where(k => descent.Screened[k])];
        var start = new ReweightedQuadratic(columns, weights, residuals, total, _curvatures, context);
        return new SwitchingQuadratic(columns, chosen, weights, start, total, context);
    }
}
