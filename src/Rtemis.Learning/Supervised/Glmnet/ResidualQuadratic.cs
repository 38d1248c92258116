using System.Numerics.Tensors;
using Rtemis.Learning.Parallel;

namespace Rtemis.Learning.Supervised.Glmnet;

/// <summary>
/// Keeps the residuals, so that a slope is a look at all cases and nothing is stored for pairs of columns: for many columns, which have the weights in
/// them and are centred where there is an intercept.
/// </summary>
/// <param name="columns">The columns.</param>
/// <param name="residuals">The residuals; they change.</param>
/// <param name="curvatures">The columns' weighted sums of squares.</param>
/// <param name="work">The run's threads.</param>
sealed class ResidualQuadratic(double[][] columns, double[] residuals, double[] curvatures, WorkSplit work) : Quadratic
{
    const int ChunkRows = 16384;

    readonly double[] _sums = new double[WorkSplit.Chunks(residuals.Length, ChunkRows)];

    /// <inheritdoc/>
    public override double Curvature(int column) => curvatures[column];

    /// <inheritdoc/>
    public override double Slope(int column)
    {
        var values = columns[column];
        if (_sums.Length == 1) return TensorPrimitives.Dot<double>(residuals, values);
        work.ForChunks(residuals.Length, ChunkRows, (i, start, end) =>
            _sums[i] = TensorPrimitives.Dot<double>(residuals.AsSpan(start, end - start), values.AsSpan(start, end - start)));
        return TensorPrimitives.Sum<double>(_sums);
    }

    /// <inheritdoc/>
    public override void Move(int column, double step)
    {
        var values = columns[column];
        work.ForChunks(residuals.Length, ChunkRows, (_, start, end) =>
        {
            var rest = residuals.AsSpan(start, end - start);
            TensorPrimitives.MultiplyAdd(values.AsSpan(start, end - start), -step, rest, rest);
        });
    }

    /// <inheritdoc/>
    public override (double Step, double Curvature) MoveIntercept() => (0, 0);
}
