using System.Numerics.Tensors;
using Rtemis.Learning.Data;
using Rtemis.Learning.Numerics;

namespace Rtemis.Learning.Supervised.Gam;

/// <summary>A least squares problem with a penalty for each block of coefficients, solved on its triangular factor.</summary>
sealed class PenalizedSystem
{
    // Blocks are folded in groups: one of a few rows would waste the width of vectors, all at once the zeros on the left.
    const int GroupRows = 64;

    /// <param name="factor">The factor with the response as last column and what is left of it as last row, see <see cref="LeastSquares.ReduceWhole"/>.</param>
    /// <param name="blocks">The blocks, in order.</param>
    /// <param name="logSmoothing">The logarithm of each block's smoothing parameter.</param>
    /// <param name="cancellation">Ends the work.</param>
    public PenalizedSystem(Matrix factor, IReadOnlyList<PenaltyBlock> blocks, double[] logSmoothing, CancellationToken cancellation)
    {
        Factor = factor;
        Blocks = blocks;
        Smoothing = Array.ConvertAll(logSmoothing, Math.Exp);
        Folded = new Matrix(factor.Rows, factor.Columns);
        factor.Values.CopyTo(Folded.Values, 0);
        Fold(cancellation);
        Coefficients = BackSubstitute();
        Deviance = ResidualSquares();
        for (var b = 0; b < blocks.Count; b++) Penalty += Smoothing[b] * TensorPrimitives.SumOfSquares(blocks[b].Of(Coefficients));
    }

    /// <summary>The factor without penalties.</summary>
    public Matrix Factor { get; }

    /// <summary>The factor with penalties, R with R'R = X'X + S.</summary>
    public Matrix Folded { get; }

    /// <summary>The blocks.</summary>
    public IReadOnlyList<PenaltyBlock> Blocks { get; }

    /// <summary>Each block's smoothing parameter.</summary>
    public double[] Smoothing { get; }

    /// <summary>The coefficients that make the sum of squares and penalties least.</summary>
    public double[] Coefficients { get; }

    /// <summary>The sum of squares with them.</summary>
    public double Deviance { get; }

    /// <summary>The penalties with them.</summary>
    public double Penalty { get; }

    void Fold(CancellationToken cancellation)
    {
        for (var first = 0; first < Blocks.Count;)
        {
            cancellation.ThrowIfCancellationRequested();
            var (end, count) = (first, 0);
            while (end < Blocks.Count && count < GroupRows) count += Blocks[end++].Length;
            var rows = new Matrix(count, Factor.Columns);
            var row = 0;
            for (var b = first; b < end; b++)
                for (var i = 0; i < Blocks[b].Length; i++) rows[row++, Blocks[b].Start + i] = Math.Sqrt(Smoothing[b]);
            var group = new RowBlock(count, Factor.Columns);
            group.Fill(rows);
            group.FoldInto(Folded);
            first = end;
        }
    }

    double[] BackSubstitute()
    {
        var count = Factor.Columns - 1;
        var rest = Folded.Column(count)[..count].ToArray();
        for (var j = count - 1; j >= 0; j--)
        {
            var column = Folded.Column(j);
            rest[j] = column[j] == 0 ? 0 : rest[j] / column[j];
            TensorPrimitives.MultiplyAdd(column[..j], -rest[j], rest.AsSpan(0, j), rest.AsSpan(0, j));
        }
        return rest;
    }

    double ResidualSquares()
    {
        var rest = Factor.Column(Factor.Columns - 1).ToArray();
        for (var j = 0; j < Coefficients.Length; j++)
            TensorPrimitives.MultiplyAdd(Factor.Column(j)[..(j + 1)], -Coefficients[j], rest.AsSpan(0, j + 1), rest.AsSpan(0, j + 1));
        return TensorPrimitives.SumOfSquares<double>(rest);
    }
}
