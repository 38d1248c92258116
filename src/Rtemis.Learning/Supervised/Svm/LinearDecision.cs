using System.Numerics.Tensors;
using MemoryPack;
using Rtemis.Learning.Data;
using Rtemis.Learning.Parallel;

namespace Rtemis.Learning.Supervised.Svm;

/// <summary>Machines of the linear kernel: their support vectors are summed up to one weight a feature.</summary>
/// <param name="weights">One row of weights a machine.</param>
/// <param name="offsets">What is taken off, one a machine.</param>
[MemoryPackable]
sealed partial class LinearDecision(double[][] weights, double[] offsets) : SvmDecision
{
    const int ChunkRows = 4096;

    /// <summary>One row of weights a machine.</summary>
    public double[][] Weights { get; } = weights;

    /// <summary>What is taken off, one a machine.</summary>
    public double[] Offsets { get; } = offsets;

    /// <summary>Sums up the machines' support vectors, which are rows of a table.</summary>
    public static LinearDecision Of(Matrix table, IReadOnlyList<SvmMachine> machines) =>
        new([.. machines.Select(m => Weigh(table, m))], [.. machines.Select(m => m.Offset)]);

    /// <inheritdoc/>
    public override Matrix Values(Matrix points, WorkSplit work)
    {
        var values = new Matrix(points.Rows, Offsets.Length);
        work.ForChunks(points.Rows, ChunkRows, (_, start, end) =>
        {
            for (var m = 0; m < Offsets.Length; m++)
            {
                var sums = values.Column(m)[start..end];
                for (var c = 0; c < points.Columns; c++) TensorPrimitives.MultiplyAdd(points.Column(c)[start..end], Weights[m][c], sums, sums);
                TensorPrimitives.Subtract(sums, Offsets[m], sums);
            }
        });
        return values;
    }

    static double[] Weigh(Matrix table, SvmMachine machine)
    {
        var weights = new double[table.Columns];
        for (var c = 0; c < weights.Length; c++)
        {
            var column = table.Column(c);
            for (var i = 0; i < machine.Cases.Length; i++) weights[c] += machine.Coefficients[i] * column[machine.Cases[i]];
        }
        return weights;
    }
}
