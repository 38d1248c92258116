using System.Numerics.Tensors;
using Rtemis.Learning.Running;

namespace Rtemis.Learning.Supervised.Glmnet;

/// <summary>The least squares problems that a likelihood looks like from the coefficients at hand, over the columns that are not screened out.</summary>
sealed class ScreenedProblem(double[][] columns, CoordinateDescent descent, bool intercept, RunContext context)
{
    // Products of all pairs are worth their while up to here.
    const int MostProducts = 256;

    readonly double[] _curvatures = new double[columns.Length];

    /// <summary>The problem for weights and weighted residuals, which it may change.</summary>
    /// <param name="weights">One weight a case.</param>
    /// <param name="residuals">One weighted residual a case.</param>
    /// <param name="total">The sum of the weights.</param>
    public Quadratic Of(double[] weights, double[] residuals, double total)
    {
        if (!intercept) total = 0;
        int[] chosen = [.. Enumerable.Range(0, columns.Length).Where(k => descent.Screened[k])];
        if (chosen.Length is > 0 and <= MostProducts)
            return new GramQuadratic(new ColumnProducts(columns, chosen, weights, residuals, context), null, total);
        context.Work.For(chosen.Length, i => _curvatures[chosen[i]] = Curvature(columns[chosen[i]], weights));
        return new ResidualQuadratic(columns, weights, residuals, _curvatures, total, context.Work);
    }

    static double Curvature(double[] values, double[] weights)
    {
        var weighted = new double[values.Length];
        TensorPrimitives.Multiply(values, weights, weighted);
        return TensorPrimitives.Dot<double>(weighted, values);
    }
}
