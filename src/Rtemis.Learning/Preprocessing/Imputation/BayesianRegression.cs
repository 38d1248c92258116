using System.Numerics.Tensors;
using Rtemis.Learning.Data;
using Rtemis.Learning.Numerics;
using Rtemis.Learning.Running;

namespace Rtemis.Learning.Preprocessing.Imputation;

/// <summary>
/// A linear regression's coefficients, and such as could be by the data's uncertainty: drawn from their posterior distribution under a flat prior.
/// Source: D. B. Rubin, <i>Multiple Imputation for Nonresponse in Surveys</i>, 1987, p. 167; the order of draws and the ridge are mice's.
/// </summary>
/// <param name="Fitted">The coefficients, in the order of <see cref="ReversedDesign"/>.</param>
/// <param name="Drawn">The drawn ones.</param>
sealed record BayesianRegression(double[] Fitted, double[] Drawn)
{
    // Times the sums of squares, where columns depend on each other.
    const double Ridge = 1e-5;

    /// <summary>Fits and draws.</summary>
    public static BayesianRegression Of(ReversedDesign design, double[] outcome, RunContext context)
    {
        var factor = LeastSquares.Reduce(design, outcome, null, context);
        var solution = LinearSolution.Of(factor, design.Rows);
        var fitted = Array.ConvertAll(solution.Coefficients, c => double.IsNaN(c) ? 0 : c);
        var residuals = design.Times(fitted, context.Cancellation);
        TensorPrimitives.Subtract(outcome, residuals, residuals);
        var degrees = Math.Max(design.Rows - design.Columns, 1);
        var sigma = Math.Sqrt(TensorPrimitives.Dot<double>(residuals, residuals) / context.Random.NextChiSquared(degrees));
        if (solution.Rank < design.Columns) Stabilize(factor);
        var spread = Spread(factor, context);
        // A column that is a combination of others has no coefficient, drawn or not.
        var drawn = fitted.Select((c, i) => double.IsNaN(solution.Coefficients[i]) ? 0 : c + sigma * spread[i]);
        return new BayesianRegression(fitted, [.. drawn]);
    }

    static void Stabilize(Matrix factor)
    {
        var ridge = new Matrix(factor.Rows, factor.Columns);
        for (var c = 0; c < factor.Rows; c++)
        {
            var column = factor.Column(c);
            ridge[c, c] = Math.Sqrt(Ridge * TensorPrimitives.Dot<double>(column, column));
        }
        var block = new RowBlock(factor.Rows, factor.Columns);
        block.Fill(ridge);
        block.FoldInto(factor);
    }

    // Normal numbers with the covariance (X'X)^-1. With the columns in reverse order, the triangular factor turned upside down is the inverse of
    // the lower Cholesky factor of that, which mice multiplies its draws by: so these are mice's numbers.
    static double[] Spread(Matrix factor, RunContext context)
    {
        var spread = new double[factor.Rows];
        for (var i = spread.Length - 1; i >= 0; i--) spread[i] = context.Random.NextNormal() * (factor[i, i] < 0 ? -1 : 1);
        for (var i = spread.Length - 1; i >= 0; i--)
        {
            spread[i] /= factor[i, i];
            TensorPrimitives.MultiplyAdd(factor.Column(i)[..i], -spread[i], spread.AsSpan(0, i), spread.AsSpan(0, i));
        }
        return spread;
    }
}
