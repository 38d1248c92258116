using System.Numerics.Tensors;
using Rtemis.Learning.Data;
using Rtemis.Learning.Numerics;
using Rtemis.Learning.Running;

namespace Rtemis.Learning.Decomposition.Ica;

/// <summary>The way from centred cases to uncorrelated ones of variance 1, by the first principal axes.</summary>
/// <param name="Axes">Orthonormal: one row a variable, one column a dimension.</param>
/// <param name="Deviations">The root of the variance along each, with the number of cases as divisor.</param>
sealed record Whitening(Matrix Axes, double[] Deviations)
{
    /// <summary>
    /// Finds the axes of the covariance, with the signs that LAPACK gives them: the search's start, and with it its end, depends on these.
    /// </summary>
    public static Whitening Of(CenteredCases cases, int count, RunContext context)
    {
        var covariance = TallCrossProduct.Of(cases, context);
        TensorPrimitives.Divide(covariance.Values, cases.Rows, covariance.Values);
        if (!TensorPrimitives.IsFiniteAll<double>(covariance.Values)) return Undefined(cases.Columns, count);
        var axes = RightVectors.Of(new MatrixColumns(covariance), _ => count, context);
        return new Whitening(axes.Vectors, [.. axes.Values.Take(count).Select(Math.Sqrt)]);
    }

    /// <summary>What cases are multiplied with: each axis over its deviation.</summary>
    public Matrix Matrix
    {
        get
        {
            var matrix = new Matrix(Axes.Rows, Axes.Columns);
            for (var c = 0; c < Axes.Columns; c++) TensorPrimitives.Divide(Axes.Column(c), Deviations[c], matrix.Column(c));
            return matrix;
        }
    }

    /// <summary>The way back: one row a variable, one column a dimension.</summary>
    public Matrix Inverse
    {
        get
        {
            var matrix = new Matrix(Axes.Rows, Axes.Columns);
            for (var c = 0; c < Axes.Columns; c++) TensorPrimitives.Multiply(Axes.Column(c), Deviations[c], matrix.Column(c));
            return matrix;
        }
    }

    static Whitening Undefined(int columns, int count)
    {
        var axes = new Matrix(columns, count);
        axes.Values.AsSpan().Fill(double.NaN);
        return new Whitening(axes, [.. Enumerable.Repeat(double.NaN, count)]);
    }
}
