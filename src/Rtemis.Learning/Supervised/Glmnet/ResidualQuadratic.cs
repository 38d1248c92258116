using System.Numerics.Tensors;
using Rtemis.Learning.Parallel;

namespace Rtemis.Learning.Supervised.Glmnet;

/// <summary>Keeps the residuals, so that a slope is a look at all cases and nothing is stored for pairs of columns: for many columns.</summary>
/// <param name="columns">The columns.</param>
/// <param name="weights">One weight a case, or null where they are in the columns.</param>
/// <param name="residuals">Weighted residuals; they change.</param>
/// <param name="curvatures">The columns' weighted sums of squares.</param>
/// <param name="total">The sum of the weights, or 0 without an intercept.</param>
/// <param name="work">The run's threads.</param>
sealed class ResidualQuadratic(double[][] columns, double[]? weights, double[] residuals, double[] curvatures, double total, WorkSplit work) : Quadratic
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
            var own = values.AsSpan(start, end - start);
            if (weights is null) TensorPrimitives.MultiplyAdd(own, -step, rest, rest);
            else Subtract(own, weights.AsSpan(start, end - start), step, rest);
        });
    }

    /// <inheritdoc/>
    public override (double Step, double Curvature) MoveIntercept()
    {
        if (total == 0) return (0, 0);
        var step = TensorPrimitives.Sum<double>(residuals) / total;
        if (step != 0) TensorPrimitives.MultiplyAdd(weights, -step, residuals, residuals);
        return (step, total);
    }

    static void Subtract(ReadOnlySpan<double> values, ReadOnlySpan<double> weights, double step, Span<double> rest)
    {
        const int Block = 512;
        Span<double> buffer = stackalloc double[Block];
        for (var start = 0; start < values.Length; start += Block)
        {
            var length = Math.Min(Block, values.Length - start);
            var weighted = buffer[..length];
            TensorPrimitives.Multiply(values.Slice(start, length), weights.Slice(start, length), weighted);
            TensorPrimitives.MultiplyAdd(weighted, -step, rest.Slice(start, length), rest.Slice(start, length));
        }
    }
}
