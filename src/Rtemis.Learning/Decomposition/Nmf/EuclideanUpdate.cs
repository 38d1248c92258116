using System.Numerics;
using System.Numerics.Tensors;
using Rtemis.Learning.Data;
using Rtemis.Learning.Numerics;
using Rtemis.Learning.Running;

namespace Rtemis.Learning.Decomposition.Nmf;

/// <summary>
/// Multiplicative updates that lower the squared distance. Source: D. D. Lee and H. S. Seung, "Algorithms for non-negative matrix factorization", NIPS 13,
/// 2001; with an offset: L. Badea, "Extracting gene expression profiles common to colon and pancreatic adenocarcinoma using simultaneous nonnegative
/// matrix factorization", Pacific Symposium on Biocomputing 13, 2008. Without one, the basis' columns sum to 1.
/// </summary>
/// <param name="data">The data.</param>
/// <param name="factors">The factors.</param>
sealed class EuclideanUpdate(CaseTiles data, NmfFactors factors) : IFactorUpdate
{
    const double Least = 1e-9;

    readonly ChunkSums[] _chunks = [.. Enumerable.Range(0, data.Chunks).Select(_ => new ChunkSums(data.Features, factors.Components))];
    double[]? _columnSums;

    /// <inheritdoc/>
    public void Improve(int iteration, RunContext context)
    {
        var basis = factors.Basis;
        var transposed = TileProduct.Spread(CrossProduct.Transpose(basis));
        var products = TileProduct.Spread(CrossProduct.Of(basis, context.Work));
        var offsets = new double[basis.Columns];
        for (var a = 0; a < offsets.Length && factors.Offset is not null; a++) offsets[a] = TensorPrimitives.Dot<double>(basis.Column(a), factors.Offset);
        data.ForChunks(context, (chunk, start, end) =>
        {
            var sums = _chunks[chunk];
            sums.Clear();
            for (var tile = start; tile < end; tile++) ImproveTile(tile, transposed, products, offsets, sums);
        });
        ImproveBasis();
    }

    /// <inheritdoc/>
    public double Objective(RunContext context)
    {
        var basis = TileProduct.Spread(factors.Basis);
        var parts = new double[data.Chunks];
        data.ForChunks(context, (chunk, start, end) =>
        {
            var sum = Vector<double>.Zero;
            var product = _chunks[chunk].Features;
            for (var tile = start; tile < end; tile++)
            {
                TileProduct.Multiply(basis, factors.Of(tile), product);
                var cells = data.Of(tile);
                var mask = data.Mask(tile);
                for (var j = 0; j < product.Length; j++)
                {
                    var rest = (cells[j] - product[j] - new Vector<double>(factors.Offset?[j] ?? 0)) & mask;
                    sum += rest * rest;
                }
            }
            parts[chunk] = Vector.Sum(sum);
        });
        return parts.Sum() / 2;
    }

    void ImproveTile(int tile, Vector<double>[] transposed, Vector<double>[] products, double[] offsets, ChunkSums sums)
    {
        var cells = data.Of(tile);
        var coefficients = factors.Of(tile);
        var mask = data.Mask(tile);
        TileProduct.Multiply(transposed, cells, sums.Above);
        TileProduct.Multiply(products, coefficients, sums.Below);
        var least = new Vector<double>(Least);
        for (var a = 0; a < coefficients.Length; a++)
        {
            var below = sums.Below[a] + new Vector<double>(offsets[a]) + least;
            coefficients[a] = (Vector.Max(coefficients[a] * sums.Above[a], least) / below) & mask;
            sums.Total[a] += coefficients[a];
        }
        TileProduct.AddOuter(cells, coefficients, sums.ByFeature);
        TileProduct.AddOuter(coefficients, coefficients, sums.ByComponent);
    }

    void ImproveBasis()
    {
        var (basis, offset) = (factors.Basis, factors.Offset);
        var above = ChunkSums.Reduce(_chunks, c => c.ByFeature, basis.Columns);
        var totals = ChunkSums.Reduce(_chunks, c => c.Total, 1);
        var below = BlockProduct.Of(basis, ChunkSums.Reduce(_chunks, c => c.ByComponent, basis.Columns));
        for (var a = 0; a < basis.Columns; a++)
        {
            var column = basis.Column(a);
            for (var j = 0; j < column.Length; j++)
                column[j] = Math.Max(column[j] * above[j, a], Least) / (below[j, a] + (offset?[j] ?? 0) * totals[a, 0] + Least);
            if (offset is null) TensorPrimitives.Divide(column, TensorPrimitives.Sum<double>(column), column);
        }
        if (offset is not null) ImproveOffset(offset, totals);
    }

    void ImproveOffset(double[] offset, Matrix totals)
    {
        _columnSums ??= ColumnSums();
        for (var j = 0; j < offset.Length; j++)
        {
            var fitted = data.Rows * offset[j];
            for (var a = 0; a < totals.Rows; a++) fitted += factors.Basis[j, a] * totals[a, 0];
            offset[j] *= Math.Max(_columnSums[j], Least) / (fitted + Least);
        }
    }

    double[] ColumnSums()
    {
        var sums = new Vector<double>[data.Features];
        for (var tile = 0; tile < data.Count; tile++)
            for (var j = 0; j < sums.Length; j++) sums[j] += data.Of(tile)[j];
        return Array.ConvertAll(sums, Vector.Sum);
    }
}
