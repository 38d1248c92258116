using System.Numerics.Tensors;
using Rtemis.Learning.Data;
using Rtemis.Learning.Parallel;
using Rtemis.Learning.Running;

namespace Rtemis.Learning.Decomposition.Ica;

/// <summary>
/// One step of the fixed-point iteration for directions w in the whitened space: mean(g(w z) z) - mean(g'(w z)) w over the cases z. Source: A.
/// Hyvärinen, "Fast and robust fixed-point algorithms for independent component analysis", IEEE Transactions on Neural Networks 10(3), 1999.
/// </summary>
/// <param name="whitened">One row a case, one column a dimension.</param>
/// <param name="slope">The contrast's slope.</param>
/// <param name="context">The run.</param>
sealed class FixedPointStep(Matrix whitened, ContrastSlope slope, RunContext context)
{
    // A stretch of some dozens of dimensions stays in the second cache.
    const int ChunkRows = 1024;

    /// <summary>Takes a step from each direction, without making them orthogonal again.</summary>
    /// <param name="directions">One a row.</param>
    public Matrix From(Matrix directions)
    {
        var parts = new Matrix[WorkSplit.Chunks(whitened.Rows, ChunkRows)];
        context.Work.ForChunks(whitened.Rows, ChunkRows, (chunk, start, end) => parts[chunk] = Sums(directions, start, end));
        var sums = parts[0];
        foreach (var part in parts.AsSpan(1)) TensorPrimitives.Add(sums.Values, part.Values, sums.Values);
        var next = new Matrix(directions.Rows, directions.Columns);
        for (var i = 0; i < next.Rows; i++)
        {
            var change = sums[i, directions.Columns] / whitened.Rows;
            for (var a = 0; a < next.Columns; a++) next[i, a] = sums[i, a] / whitened.Rows - change * directions[i, a];
        }
        return next;
    }

    // The sums over a stretch of cases; the last column is for the slopes' slopes.
    Matrix Sums(Matrix directions, int start, int end)
    {
        var sums = new Matrix(directions.Rows, directions.Columns + 1);
        Span<double> values = stackalloc double[end - start];
        for (var i = 0; i < directions.Rows; i++)
        {
            values.Clear();
            for (var a = 0; a < directions.Columns; a++) TensorPrimitives.MultiplyAdd(whitened.Column(a)[start..end], directions[i, a], values, values);
            sums[i, directions.Columns] = slope.Replace(values);
            for (var a = 0; a < directions.Columns; a++) sums[i, a] = TensorPrimitives.Dot<double>(whitened.Column(a)[start..end], values);
        }
        return sums;
    }
}
