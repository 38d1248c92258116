using System.Buffers;
using Rtemis.Learning.Data;
using Rtemis.Learning.Parallel;
using Rtemis.Learning.Running;

namespace Rtemis.Learning.Decomposition.Pca;

/// <summary>
/// The triangular factor of a matrix with at least as many rows as columns. Chunks of rows, whose bounds depend on the shape alone, are factored
/// side by side and merged in their order. The cross product is never formed, so small components keep their digits.
/// Source: J. Demmel, L. Grigori, M. Hoemmen and J. Langou, "Communication-optimal parallel and sequential QR and LU factorizations",
/// SIAM Journal on Scientific Computing 34(1), 2012.
/// </summary>
static class TallFactor
{
    // A chunk of the usual number of columns stays in a core's second-level cache; many columns need taller chunks, or merging costs more than factoring.
    const int LeastChunkRows = 512;
    const int ChunkRowsPerColumn = 4;

    public static Matrix Of(PcaScaling data, RunContext context)
    {
        var chunkRows = Math.Max(LeastChunkRows, ChunkRowsPerColumn * data.Columns);
        var factors = new Matrix[WorkSplit.Chunks(data.Rows, chunkRows)];
        var inner = factors.Length == 1 ? context.Work : new WorkSplit(1, context.Cancellation);
        context.Work.ForChunks(data.Rows, chunkRows, (chunk, first, end) => factors[chunk] = Factor(data, first, end - first, inner));
        for (var i = 1; i < factors.Length; i++)
        {
            context.Cancellation.ThrowIfCancellationRequested();
            Merge(factors[0], factors[i]);
        }
        return factors[0];
    }

    static Matrix Factor(PcaScaling data, int first, int rows, WorkSplit work)
    {
        var values = ArrayPool<double>.Shared.Rent(checked(rows * data.Columns));
        for (var j = 0; j < data.Columns; j++) data.CopyTo(j, first, values.AsSpan(j * rows, rows));
        var panel = new HouseholderPanel(values, rows, data.Columns, work);
        var factor = new Matrix(Math.Min(rows, data.Columns), data.Columns);
        for (var j = 0; j < factor.Columns; j++)
            for (var i = 0; i < Math.Min(j + 1, factor.Rows); i++)
                factor[i, j] = panel.Upper(i, j);
        ArrayPool<double>.Shared.Return(values);
        return factor;
    }

    // Both are zero below the diagonal, and each reflection keeps the zeros of what is still to come.
    static void Merge(Matrix total, Matrix next)
    {
        for (var j = 0; j < total.Columns; j++)
        {
            var filled = Math.Min(j + 1, next.Rows);
            var tail = next.Column(j)[..filled];
            var tau = Reflector.Make(ref total.Column(j)[j], tail);
            for (var k = j + 1; k < total.Columns; k++) Reflector.Apply(tau, tail, ref total.Column(k)[j], next.Column(k)[..filled]);
        }
    }
}
