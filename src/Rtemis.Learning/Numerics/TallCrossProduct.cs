using System.Numerics.Tensors;
using Rtemis.Learning.Data;
using Rtemis.Learning.Parallel;
using Rtemis.Learning.Running;

namespace Rtemis.Learning.Numerics;

/// <summary>Products A'A and A'B of matrices of many rows, summed over blocks of rows that stay in the processor's caches, in their order.</summary>
static class TallCrossProduct
{
    const int BlockRows = 256;
    const int SegmentRows = 4096;

    /// <summary>A'A, which depends on the number of rows alone, not on that of threads.</summary>
    public static Matrix Of(ITallMatrix a, RunContext context)
    {
        var alone = new WorkSplit(1, context.Cancellation);
        return Sum(a.Rows, a.Columns, a.Columns, (start, end) => CrossProduct.Of(Block(a, start, end), alone), context);
    }

    /// <summary>A'B, which depends on the number of rows alone, not on that of threads.</summary>
    public static Matrix Of(ITallMatrix a, Matrix b, RunContext context)
    {
        var alone = new WorkSplit(1, context.Cancellation);
        var other = new MatrixColumns(b);
        return Sum(a.Rows, a.Columns, b.Columns, (start, end) => CrossProduct.Of(Block(a, start, end), Block(other, start, end), alone), context);
    }

    static Matrix Sum(int count, int rows, int columns, Func<int, int, Matrix> part, RunContext context)
    {
        var sums = new Matrix[WorkSplit.Chunks(count, SegmentRows)];
        context.Work.ForChunks(count, SegmentRows, (segment, start, end) =>
        {
            sums[segment] = new Matrix(rows, columns);
            for (var row = start; row < end; row += BlockRows) Add(sums[segment], part(row, Math.Min(end, row + BlockRows)));
        });
        var total = new Matrix(rows, columns);
        foreach (var sum in sums) Add(total, sum);
        return total;
    }

    static Matrix Block(ITallMatrix source, int start, int end)
    {
        var block = new Matrix(end - start, source.Columns);
        for (var j = 0; j < source.Columns; j++) source.Read(j, start, block.Column(j));
        return block;
    }

    static void Add(Matrix sum, Matrix part) => TensorPrimitives.Add(sum.Values, part.Values, sum.Values);
}
