using System.Numerics.Tensors;
using Rtemis.Learning.Data;
using Rtemis.Learning.Numerics;

namespace Rtemis.Learning.Supervised.Gam;

/// <summary>
/// Where the search for smoothing parameters begins: penalties that weigh about as much as the data. A score may have several minima, of which the search
/// finds one near its start: so it is mgcv's start, which depends on the coordinates in which mgcv has the curves.
/// </summary>
static class FirstSmoothing
{
    // The share of the data in a penalized coefficient, on average.
    const double Share = 0.4;

    /// <summary>The logarithm of each block's first smoothing parameter.</summary>
    /// <param name="factor">The triangular factor of the least squares problem; its first column is the intercept's.</param>
    /// <param name="blocks">The blocks.</param>
    /// <param name="bases">The basis of each.</param>
    public static double[] Of(Matrix factor, IReadOnlyList<PenaltyBlock> blocks, SmoothBasis[] bases)
    {
        var sizes = blocks.Zip(bases, (block, basis) => Sizes(factor, block, basis.Origin)).ToArray();
        var smoothing = Array.ConvertAll(sizes, s => s.Average(c => c.Data) / s.Average(c => c.Penalty));
        var scale = 1.0;
        while (DataShare(scale) > Share) scale *= 10;
        while (DataShare(scale) < Share) scale /= 10;
        return Array.ConvertAll(smoothing, s => double.IsFinite(Math.Log(s)) ? Math.Log(s * scale) : 0);

        double DataShare(double scale) =>
            sizes.SelectMany((s, b) => s.Select(c => c.Data / (c.Data + scale * smoothing[b] * c.Penalty))).DefaultIfEmpty(double.NaN).Average();
    }

    // The weight of data and penalty in each of mgcv's coordinates: its curves have length 1 on average over the cases, and their constant is taken out by
    // a reflection of curves and constant.
    static (double Data, double Penalty)[] Sizes(Matrix factor, PenaltyBlock block, Matrix origin)
    {
        var count = block.Length;
        var intercept = factor.Column(0).ToArray();
        var columns = new double[count + 1][];
        var coordinates = new double[count + 1][];
        (columns[count], coordinates[count]) = (intercept, new double[count]);
        for (var c = 0; c < count; c++)
        {
            columns[c] = new double[factor.Rows];
            for (var i = 0; i < count; i++) TensorPrimitives.MultiplyAdd(factor.Column(block.Start + i), origin[i, c], columns[c], columns[c]);
            var length = TensorPrimitives.Norm<double>(columns[c]) / Math.Abs(intercept[0]);
            TensorPrimitives.Divide(columns[c], length, columns[c]);
            coordinates[c] = origin.Column(c).ToArray();
            TensorPrimitives.Divide(coordinates[c], length, coordinates[c]);
        }
        var reflection = Reflector.Of(Array.ConvertAll(columns, c => c[0] / intercept[0]), 0, out _);
        return [.. Enumerable.Range(1, count).Select(a => (Square(columns, reflection, a), Square(coordinates, reflection, a)))];
    }

    // The square of a reflected axis in these columns.
    static double Square(double[][] columns, Reflector reflection, int axis)
    {
        var sum = (double[])columns[axis].Clone();
        for (var c = 0; c < columns.Length; c++)
            TensorPrimitives.MultiplyAdd(columns[c], -reflection.Scale * reflection.Axis[axis] * reflection.Axis[c], sum, sum);
        return TensorPrimitives.SumOfSquares<double>(sum);
    }
}
