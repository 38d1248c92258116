using System.Numerics.Tensors;
using Rtemis.Learning.Data;
using Rtemis.Learning.Numerics;
using Rtemis.Learning.Running;

namespace Rtemis.Learning.Decomposition.Ica;

/// <summary>The nearest matrix with orthonormal rows: U V' of a square matrix U D V'.</summary>
static class SymmetricOrthogonalization
{
    /// <summary>NaN throughout where a number is not finite or a direction is lost.</summary>
    public static Matrix Of(Matrix matrix, RunContext context)
    {
        var nearest = new Matrix(matrix.Rows, matrix.Columns);
        if (!TensorPrimitives.IsFiniteAll<double>(matrix.Values))
        {
            nearest.Values.AsSpan().Fill(double.NaN);
            return nearest;
        }
        var axes = RightVectors.Of(new MatrixColumns(matrix), values => values.Length, context);
        var left = BlockProduct.Of(matrix, axes.Vectors);
        for (var c = 0; c < left.Columns; c++) TensorPrimitives.Divide(left.Column(c), axes.Values[c], left.Column(c));
        return BlockProduct.Of(left, CrossProduct.Transpose(axes.Vectors));
    }
}
