using System.Numerics.Tensors;
using Rtemis.Learning.Numerics;

namespace Rtemis.Learning.Preprocessing.Imputation;

/// <summary>The design of a linear model for some rows, from the last predictor to the first, and then the intercept.</summary>
/// <param name="predictors">The predictors, in order.</param>
/// <param name="rows">The rows.</param>
sealed class ReversedDesign(Predictor[] predictors, int[] rows) : ITallMatrix
{
    const int ChunkRows = 4096;

    /// <inheritdoc/>
    public int Rows => rows.Length;

    /// <inheritdoc/>
    public int Columns => predictors.Length + 1;

    /// <inheritdoc/>
    public void Read(int column, int start, Span<double> target)
    {
        if (column == predictors.Length) target.Fill(1);
        else predictors[^(column + 1)].Read(rows.AsSpan(start, target.Length), target);
    }

    /// <summary>The design times coefficients, one for each of its columns.</summary>
    public double[] Times(double[] coefficients, CancellationToken cancellation)
    {
        var product = new double[rows.Length];
        var buffer = new double[Math.Min(ChunkRows, rows.Length)];
        for (var start = 0; start < product.Length; start += ChunkRows)
        {
            cancellation.ThrowIfCancellationRequested();
            var part = product.AsSpan(start, Math.Min(ChunkRows, product.Length - start));
            var values = buffer.AsSpan(0, part.Length);
            for (var c = 0; c < coefficients.Length; c++)
            {
                Read(c, start, values);
                TensorPrimitives.MultiplyAdd(values, coefficients[c], part, part);
            }
        }
        return product;
    }
}
