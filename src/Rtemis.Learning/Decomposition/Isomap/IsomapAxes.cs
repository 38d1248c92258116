using System.Numerics.Tensors;
using Rtemis.Learning.Data;
using Rtemis.Learning.Decomposition.Pca;
using Rtemis.Learning.Numerics;
using Rtemis.Learning.Running;

namespace Rtemis.Learning.Decomposition.Isomap;

/// <summary>The leading axes of cases: eigenvalues of the double centred matrix of their distances, falling, and the cases' places on each axis.</summary>
/// <param name="Values">The eigenvalues.</param>
/// <param name="Places">The eigenvectors, as long as the root of their eigenvalue.</param>
sealed record IsomapAxes(double[] Values, double[][] Places)
{
    // Below this, or this share of the largest, an eigenvalue is 0 to rounding; R's .Machine$double.eps^0.5.
    const double Least = 1.4901161193847656e-8;

    const int LargestWhole = 200;

    /// <summary>The axes of straight distances, which are the principal components of the cases.</summary>
    public static IsomapAxes OfComponents(NumericFrame data, int count, RunContext context)
    {
        var model = new PcaDecomposer(new PcaParameters(count, Center: true, Scale: false, Tol: null)).Fit(data, context);
        double[] values = [.. model.StandardDeviations.Take(model.Scores.Columns).Select(s => s * s * (data.Rows - 1))];
        return new IsomapAxes(values, [.. Enumerable.Range(0, values.Length).Select(c => model.Scores.Column(c).ToArray())]).Positive();
    }

    /// <summary>The axes of a double centred matrix. Source: W. S. Torgerson, "Multidimensional scaling", Psychometrika 17, 1952.</summary>
    public static IsomapAxes Of(SquareMatrix centered, int count, RunContext context)
    {
        count = Math.Min(count, centered.Size);
        var eigen = centered.Size <= LargestWhole || count > centered.Size / 4
            ? SymmetricEigen.Of(Dense(centered), context.Cancellation)
            : BlockLanczos.Of(centered, count, context.Work, context.Cancellation);
        int[] order = [.. Enumerable.Range(0, eigen.Values.Length).OrderByDescending(c => eigen.Values[c]).Take(count)];
        var places = Array.ConvertAll(order, c => eigen.Vectors[c]);
        for (var c = 0; c < order.Length; c++) TensorPrimitives.Multiply(places[c], Math.Sqrt(Math.Max(0, eigen.Values[order[c]])), places[c]);
        return new IsomapAxes(Array.ConvertAll(order, c => eigen.Values[c]), places).Positive();
    }

    IsomapAxes Positive()
    {
        var count = Values.Count(v => v > Math.Max(Least, Least * Values[0]));
        return new IsomapAxes(Values[..count], Places[..count]);
    }

    static Matrix Dense(SquareMatrix square)
    {
        var matrix = new Matrix(square.Size, square.Size);
        for (var i = 0; i < square.Size; i++) square[i].CopyTo(matrix.Column(i));
        return matrix;
    }
}
