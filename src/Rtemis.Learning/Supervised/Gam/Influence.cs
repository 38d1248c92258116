using System.Numerics.Tensors;
using Rtemis.Learning.Data;
using Rtemis.Learning.Numerics;
using Rtemis.Learning.Parallel;

namespace Rtemis.Learning.Supervised.Gam;

/// <summary>How the data of a penalized system act on its coefficients.</summary>
sealed class Influence
{
    const int ChunkColumns = 16;

    public Influence(PenalizedSystem system, WorkSplit work)
    {
        Inverse = CrossProduct.Of(CrossProduct.Transpose(InverseFactor(system.Folded, work)), work);
        TransposedFactor = CrossProduct.Transpose(Square(system.Factor));
        var share = CrossProduct.Of(TransposedFactor, Inverse, work);
        Freedom = CrossProduct.Of(share, work);
        for (var j = 0; j < share.Columns; j++) EffectiveFreedom += TensorPrimitives.Dot(system.Factor.Column(j)[..share.Rows], share.Column(j));
    }

    /// <summary>P, the inverse of X'X + S.</summary>
    public Matrix Inverse { get; }

    /// <summary>P X'X P.</summary>
    public Matrix Freedom { get; }

    /// <summary>R', where R'R = X'X.</summary>
    public Matrix TransposedFactor { get; }

    /// <summary>The effective degrees of freedom, tr(P X'X).</summary>
    public double EffectiveFreedom { get; }

    static Matrix Square(Matrix factor)
    {
        var square = new Matrix(factor.Columns - 1, factor.Columns - 1);
        for (var j = 0; j < square.Columns; j++) factor.Column(j)[..square.Rows].CopyTo(square.Column(j));
        return square;
    }

    static Matrix InverseFactor(Matrix folded, WorkSplit work)
    {
        var size = folded.Columns - 1;
        var inverse = new Matrix(size, size);
        work.ForChunks(size, ChunkColumns, (_, start, end) =>
        {
            for (var c = start; c < end; c++)
            {
                var solution = inverse.Column(c);
                solution[c] = 1;
                for (var j = c; j >= 0; j--)
                {
                    var column = folded.Column(j);
                    solution[j] = column[j] == 0 ? 0 : solution[j] / column[j];
                    TensorPrimitives.MultiplyAdd(column[..j], -solution[j], solution[..j], solution[..j]);
                }
            }
        });
        return inverse;
    }
}
