using Rtemis.Learning.Data;
using Rtemis.Learning.Parallel;
using Rtemis.Learning.Running;

namespace Rtemis.Learning.Numerics;

/// <summary>
/// The triangular factor R of a matrix with many rows, X = Q R, without Q and without the cross product X'X, whose condition is the square
/// of X's. Source: J. Demmel, L. Grigori, M. Hoemmen and J. Langou, "Communication-optimal parallel and sequential QR and LU
/// factorizations", SIAM Journal on Scientific Computing 34(1), 2012 (TSQR): segments of rows are folded into factors of their own, and
/// these into one, in their order.
/// </summary>
static class TallFactor
{
    // A block of this many rows and some dozens of columns stays in the processor's second cache; one column in the first.
    const int BlockRows = 256;
    const int SegmentRows = 8192;

    /// <summary>
    /// R, with as many rows as columns are reduced. Columns after these are carried along: a response becomes the first part of Q'y. The
    /// diagonal's signs are arbitrary. The result depends on the number of rows alone, not on that of threads.
    /// </summary>
    public static Matrix Of(ITallMatrix source, int reduced, RunContext context)
    {
        var factors = new Matrix[Math.Max(1, WorkSplit.Chunks(source.Rows, SegmentRows))];
        factors[0] = new Matrix(reduced, source.Columns);
        context.Work.ForChunks(source.Rows, SegmentRows, (segment, start, end) =>
        {
            var factor = new Matrix(reduced, source.Columns);
            var block = new RowBlock(Math.Min(BlockRows, end - start), source.Columns);
            for (var row = start; row < end; row += BlockRows)
            {
                context.Cancellation.ThrowIfCancellationRequested();
                block.Fill(source, row, Math.Min(end, row + BlockRows));
                block.FoldInto(factor);
            }
            factors[segment] = factor;
        });
        if (factors.Length > 1)
        {
            var block = new RowBlock(reduced, source.Columns);
            foreach (var factor in factors.AsSpan(1))
            {
                block.Fill(factor);
                block.FoldInto(factors[0]);
            }
        }
        return factors[0];
    }
}
