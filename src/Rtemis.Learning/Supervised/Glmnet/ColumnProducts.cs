using System.Numerics.Tensors;
using Rtemis.Learning.Running;

namespace Rtemis.Learning.Supervised.Glmnet;

/// <summary>Weighted products of all pairs of some columns, and of each with the residuals. Rows are added up block by block, on all threads.</summary>
sealed class ColumnProducts
{
    // Sums of parts are kept until the end; their number bounds the memory.
    const int MostParts = 32;

    readonly int[] _places;
    readonly int[] _chosen;
    readonly double[] _products;
    readonly int _stride;

    /// <param name="columns">The columns.</param>
    /// <param name="chosen">Those that are multiplied, ascending.</param>
    /// <param name="weights">One weight a case, or null where they are in the columns.</param>
    /// <param name="residuals">Weighted residuals.</param>
    /// <param name="context">The run.</param>
    public ColumnProducts(double[][] columns, int[] chosen, double[]? weights, double[] residuals, RunContext context)
    {
        _chosen = chosen;
        _places = new int[columns.Length];
        for (var i = 0; i < chosen.Length; i++) _places[chosen[i]] = i;
        _stride = ProductBlock.Padded(chosen.Length);

        var rows = residuals.Length;
        var partRows = Math.Max(8 * ProductBlock.Rows, (rows / MostParts / ProductBlock.Rows + 1) * ProductBlock.Rows);
        var parts = new ProductBlock[Parallel.WorkSplit.Chunks(rows, partRows)];
        context.Work.ForChunks(rows, partRows, (i, start, end) =>
        {
            var part = parts[i] = new ProductBlock(chosen.Length);
            for (var at = start; at < end; at += ProductBlock.Rows)
            {
                context.Cancellation.ThrowIfCancellationRequested();
                part.Add(columns, chosen, weights, residuals, at, Math.Min(end, at + ProductBlock.Rows));
            }
        });
        var total = parts[0];
        foreach (var part in parts.AsSpan(1)) total.Add(part);
        total.Mirror();
        _products = total.Products;
        Slopes = total.Slopes;
        Sums = total.Sums;
        ResidualSum = TensorPrimitives.Sum<double>(residuals);
    }

    /// <summary>Each chosen column's product with the residuals.</summary>
    public double[] Slopes { get; }

    /// <summary>Each chosen column's weighted sum; 0 where the weights are in the columns.</summary>
    public double[] Sums { get; }

    /// <summary>The sum of the residuals.</summary>
    public double ResidualSum { get; }

    /// <summary>A chosen column's place among those.</summary>
    public int Place(int column) => _places[column];

    /// <summary>A chosen column's products with all chosen ones.</summary>
    public ReadOnlySpan<double> Row(int column) => _products.AsSpan(_places[column] * _stride, _chosen.Length);
}
