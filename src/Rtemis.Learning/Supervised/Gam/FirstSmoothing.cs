using System.Numerics.Tensors;
using Rtemis.Learning.Data;

namespace Rtemis.Learning.Supervised.Gam;

/// <summary>Where the search for smoothing parameters begins: penalties that weigh about as much as the data, for all blocks in the same way.</summary>
static class FirstSmoothing
{
    // The share of the data in a penalized coefficient, on average.
    const double Share = 0.4;

    /// <summary>The logarithm of each block's first smoothing parameter.</summary>
    /// <param name="factor">The triangular factor of the least squares problem.</param>
    /// <param name="blocks">The blocks.</param>
    public static double[] Of(Matrix factor, IReadOnlyList<PenaltyBlock> blocks)
    {
        var sizes = Enumerable.Range(0, factor.Columns - 1).Select(j => TensorPrimitives.SumOfSquares<double>(factor.Column(j))).ToArray();
        var smoothing = blocks.Select(b => Math.Max(double.Epsilon, TensorPrimitives.Average(b.Of(sizes)))).ToArray();
        var scale = 1.0;
        while (DataShare(scale) > Share) scale *= 10;
        while (DataShare(scale) < Share) scale /= 10;
        return Array.ConvertAll(smoothing, s => Math.Log(s * scale));

        double DataShare(double scale)
        {
            var (sum, count) = (0.0, 0);
            for (var b = 0; b < blocks.Count; b++)
            {
                foreach (var size in blocks[b].Of(sizes)) sum += size / (size + scale * smoothing[b]);
                count += blocks[b].Length;
            }
            return sum / count;
        }
    }
}
