using System.Numerics.Tensors;
using Rtemis.Learning.Data;

namespace Rtemis.Learning.Numerics;

/// <summary>The product of a block of rows, few enough to stay in the processor's caches, with a matrix.</summary>
static class BlockProduct
{
    /// <summary>A B.</summary>
    public static Matrix Of(Matrix a, Matrix b)
    {
        var product = new Matrix(a.Rows, b.Columns);
        for (var j = 0; j < b.Columns; j++)
        {
            var sum = product.Column(j);
            var shares = b.Column(j);
            for (var c = 0; c < a.Columns; c++) TensorPrimitives.MultiplyAdd(a.Column(c), shares[c], sum, sum);
        }
        return product;
    }
}
