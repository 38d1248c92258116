using System.Numerics;
using System.Numerics.Tensors;
using Rtemis.Learning.Data;
using Rtemis.Learning.Numerics;
using Rtemis.Learning.Running;

namespace Rtemis.Learning.Decomposition.Nmf;

/// <summary>
/// Multiplicative updates that lower the generalized Kullback-Leibler divergence. Source: D. D. Lee and H. S. Seung, "Algorithms for non-negative matrix
/// factorization", NIPS 13, 2001; J.-P. Brunet et al., "Metagenes and molecular pattern discovery using matrix factorization", PNAS 101(12), 2004; with a
/// smoothing matrix between the factors: A. Pascual-Montano et al., "Nonsmooth nonnegative matrix factorization (nsNMF)", IEEE TPAMI 28(3), 2006.
/// </summary>
/// <param name="data">The data.</param>
/// <param name="factors">The factors.</param>
/// <param name="smooth">Whether there is a smoothing matrix between them, half of it identity; the basis' columns then sum to 1.</param>
sealed class DivergenceUpdate(CaseTiles data, NmfFactors factors, bool smooth) : IFactorUpdate
{
    const double Smoothing = 0.5;
    const int FloorEvery = 10;
    const double Floor = 2.220446049250313e-16;

    readonly ChunkSums[] _chunks = [.. Enumerable.Range(0, data.Chunks).Select(_ => new ChunkSums(data.Features, factors.Components))];

    /// <inheritdoc/>
    public void Improve(int iteration, RunContext context)
    {
        var floor = !smooth && iteration % FloorEvery == 0;
        var mixed = Mixed();
        var (basis, transposed) = (TileProduct.Spread(mixed), TileProduct.Spread(CrossProduct.Transpose(mixed)));
        double[] totals = [.. Enumerable.Range(0, mixed.Columns).Select(a => TensorPrimitives.Sum<double>(mixed.Column(a)))];
        data.ForChunks(context, (chunk, start, end) =>
        {
            var sums = _chunks[chunk];
            sums.Clear();
            for (var tile = start; tile < end; tile++) ImproveTile(tile, basis, transposed, totals, sums, floor);
        });
        ImproveBasis(floor);
    }

    /// <inheritdoc/>
    public double Objective(RunContext context)
    {
        var basis = TileProduct.Spread(Mixed());
        var parts = new double[data.Chunks];
        data.ForChunks(context, (chunk, start, end) =>
        {
            var sum = Vector<double>.Zero;
            var product = _chunks[chunk].Features;
            for (var tile = start; tile < end; tile++)
            {
                TileProduct.Multiply(basis, factors.Of(tile), product);
                var cells = data.Of(tile);
                for (var j = 0; j < product.Length; j++)
                {
                    var term = Vector.ConditionalSelect(
                        Vector.Equals(cells[j], Vector<double>.Zero), Vector<double>.Zero, cells[j] * Vector.Log(cells[j] / product[j]));
                    sum += term - cells[j] + product[j];
                }
            }
            parts[chunk] = Vector.Sum(sum);
        });
        return parts.Sum();
    }

    void ImproveTile(int tile, Vector<double>[] basis, Vector<double>[] transposed, double[] totals, ChunkSums sums, bool floor)
    {
        var coefficients = factors.Of(tile);
        var mask = data.Mask(tile);
        var mixed = coefficients;
        var ratios = sums.Features;
        Ratios(tile, basis, coefficients, ratios, mask);
        TileProduct.Multiply(transposed, ratios, sums.Above);
        for (var a = 0; a < coefficients.Length; a++) coefficients[a] = coefficients[a] * sums.Above[a] / new Vector<double>(totals[a]);

        Ratios(tile, basis, coefficients, ratios, mask);
        if (smooth) Mix(coefficients, mixed = sums.Below);
        TileProduct.AddOuter(ratios, mixed, sums.ByFeature);
        for (var a = 0; a < mixed.Length; a++) sums.Total[a] += mixed[a];
        if (!floor) return;
        for (var a = 0; a < coefficients.Length; a++) coefficients[a] = Vector.Max(coefficients[a], new Vector<double>(Floor)) & mask;
    }

    // The data over the product of the factors.
    void Ratios(int tile, Vector<double>[] basis, ReadOnlySpan<Vector<double>> coefficients, Span<Vector<double>> ratios, Vector<double> mask)
    {
        TileProduct.Multiply(basis, coefficients, ratios);
        var cells = data.Of(tile);
        for (var j = 0; j < ratios.Length; j++) ratios[j] = (cells[j] / ratios[j]) & mask;
    }

    void ImproveBasis(bool floor)
    {
        var basis = factors.Basis;
        var above = ChunkSums.Reduce(_chunks, c => c.ByFeature, basis.Columns);
        var totals = ChunkSums.Reduce(_chunks, c => c.Total, 1);
        for (var a = 0; a < basis.Columns; a++)
        {
            var column = basis.Column(a);
            TensorPrimitives.Multiply(column, above.Column(a), column);
            TensorPrimitives.Divide(column, totals[a, 0], column);
            if (floor) TensorPrimitives.Max(column, Floor, column);
            if (smooth) TensorPrimitives.Divide(column, TensorPrimitives.Sum<double>(column), column);
        }
    }

    // The basis times the smoothing matrix.
    Matrix Mixed()
    {
        if (!smooth) return factors.Basis;
        var mixed = new Matrix(data.Features, factors.Components);
        for (var j = 0; j < mixed.Rows; j++)
        {
            var shared = 0.0;
            for (var a = 0; a < mixed.Columns; a++) shared += factors.Basis[j, a];
            for (var a = 0; a < mixed.Columns; a++) mixed[j, a] = (1 - Smoothing) * factors.Basis[j, a] + Smoothing / mixed.Columns * shared;
        }
        return mixed;
    }

    // The smoothing matrix times the coefficients.
    static void Mix(ReadOnlySpan<Vector<double>> coefficients, Span<Vector<double>> mixed)
    {
        var shared = Vector<double>.Zero;
        foreach (var coefficient in coefficients) shared += coefficient;
        for (var a = 0; a < mixed.Length; a++) mixed[a] = (1 - Smoothing) * coefficients[a] + Smoothing / mixed.Length * shared;
    }
}
