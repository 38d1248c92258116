using System.Numerics.Tensors;
using Rtemis.Learning.Data;
using Rtemis.Learning.Running;

namespace Rtemis.Learning.Numerics;

/// <summary>Weighted least squares by orthogonal reduction.</summary>
static class LeastSquares
{
    /// <summary>The coefficients of <paramref name="design"/>'s columns that come closest to <paramref name="response"/>.</summary>
    /// <param name="design">The columns, of finite numbers.</param>
    /// <param name="response">A number for each row.</param>
    /// <param name="rootWeights">The square root of each row's weight; null when all count the same.</param>
    /// <param name="context">The run.</param>
    /// <exception cref="LearningException">A number is not finite.</exception>
    public static LinearSolution Solve(
        ITallMatrix design, ReadOnlyMemory<double> response, ReadOnlyMemory<double>? rootWeights, RunContext context) =>
        LinearSolution.Of(Reduce(design, response, rootWeights, context), design.Rows);

    /// <summary>
    /// The triangular factor of the weighted columns, with the weighted response, turned the same way, as its last column: for any coefficients it
    /// has the same sum of squares as the whole system but for a constant.
    /// </summary>
    /// <exception cref="LearningException">A number is not finite.</exception>
    public static Matrix Reduce(ITallMatrix design, ReadOnlyMemory<double> response, ReadOnlyMemory<double>? rootWeights, RunContext context) =>
        Reduce(new WeightedSystem(design, response, rootWeights), design.Columns, context);

    /// <summary>As <see cref="Reduce(ITallMatrix, ReadOnlyMemory{double}, ReadOnlyMemory{double}?, RunContext)"/>, with one row more, which holds the length of what the columns leave of the response: no constant is missing.</summary>
    /// <exception cref="LearningException">A number is not finite.</exception>
    public static Matrix ReduceWhole(ITallMatrix design, ReadOnlyMemory<double> response, ReadOnlyMemory<double>? rootWeights, RunContext context) =>
        Reduce(new WeightedSystem(design, response, rootWeights), design.Columns + 1, context);

    static Matrix Reduce(WeightedSystem system, int reduced, RunContext context)
    {
        var factor = TallFactor.Of(system, reduced, context);
        foreach (var value in factor.Values)
            if (!double.IsFinite(value)) throw new LearningException("simpleError", "NA/NaN/Inf in 'x'");
        return factor;
    }

    sealed class WeightedSystem(ITallMatrix design, ReadOnlyMemory<double> response, ReadOnlyMemory<double>? rootWeights) : ITallMatrix
    {
        public int Rows => design.Rows;

        public int Columns => design.Columns + 1;

        public void Read(int column, int start, Span<double> target)
        {
            if (column < design.Columns) design.Read(column, start, target);
            else response.Span.Slice(start, target.Length).CopyTo(target);
            if (rootWeights is { } roots) TensorPrimitives.Multiply(target, roots.Span.Slice(start, target.Length), target);
        }
    }
}
