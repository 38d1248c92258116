using System.Numerics.Tensors;
using Rtemis.Learning.Data;
using Rtemis.Learning.Running;

namespace Rtemis.Learning.Numerics;

/// <summary>The product of a matrix of many rows with a small one, a block of rows at a time.</summary>
static class TallProduct
{
    const int ChunkRows = 512;

    /// <summary>A B.</summary>
    public static Matrix Of(ITallMatrix a, Matrix b, RunContext context)
    {
        var product = new Matrix(a.Rows, b.Columns);
        context.Work.ForChunks(a.Rows, ChunkRows, (_, first, end) =>
        {
            Span<double> rows = stackalloc double[end - first];
            for (var j = 0; j < a.Columns; j++)
            {
                a.Read(j, first, rows);
                for (var c = 0; c < b.Columns; c++)
                {
                    var target = product.Column(c)[first..end];
                    TensorPrimitives.MultiplyAdd(rows, b[j, c], target, target);
                }
            }
        });
        return product;
    }
}
