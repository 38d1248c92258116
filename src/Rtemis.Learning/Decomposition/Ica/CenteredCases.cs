using System.Numerics.Tensors;
using Rtemis.Learning.Data;
using Rtemis.Learning.Metrics;
using Rtemis.Learning.Numerics;
using Rtemis.Learning.Running;

namespace Rtemis.Learning.Decomposition.Ica;

/// <summary>
/// Cases less the columns' means and, where that is asked for, standardized each over its columns. The columns are computed where they are needed,
/// never stored as a whole.
/// </summary>
sealed class CenteredCases : ITallMatrix
{
    const int ChunkRows = 512;

    readonly NumericFrame _data;
    readonly IReadOnlyList<double> _center;

    CenteredCases(NumericFrame data, IReadOnlyList<double> center, double[]? means, double[]? spreads)
    {
        _data = data;
        _center = center;
        CaseMeans = means;
        CaseSpreads = spreads;
    }

    public int Rows => _data.Rows;

    public int Columns => _data.Columns;

    /// <summary>The mean of each case over its centred columns, or null where cases are not standardized.</summary>
    public double[]? CaseMeans { get; }

    /// <summary>The standard deviation of each case over its centred columns, or null where cases are not standardized.</summary>
    public double[]? CaseSpreads { get; }

    /// <summary>The means of the columns of some data.</summary>
    public static double[] Center(NumericFrame data, RunContext context)
    {
        var center = new double[data.Columns];
        context.Work.For(data.Columns, j => center[j] = CompensatedSum.Mean(data.Column(j)));
        return center;
    }

    /// <summary>Takes off the given means, which may be those of other data.</summary>
    public static CenteredCases Of(NumericFrame data, IReadOnlyList<double> center, bool standardize, RunContext context)
    {
        if (!standardize) return new CenteredCases(data, center, null, null);
        var means = new double[data.Rows];
        var spreads = new double[data.Rows];
        context.Work.ForChunks(data.Rows, ChunkRows, (_, start, end) => Measure(data, center, start, means.AsSpan(start..end), spreads.AsSpan(start..end)));
        return new CenteredCases(data, center, means, spreads);
    }

    /// <inheritdoc/>
    public void Read(int column, int start, Span<double> target)
    {
        TensorPrimitives.Subtract(_data.Column(column).Slice(start, target.Length), _center[column], target);
        if (CaseMeans is null) return;
        TensorPrimitives.Subtract(target, CaseMeans.AsSpan(start, target.Length), target);
        TensorPrimitives.Divide(target, CaseSpreads.AsSpan(start, target.Length), target);
    }

    static void Measure(NumericFrame data, IReadOnlyList<double> center, int start, Span<double> means, Span<double> spreads)
    {
        Span<double> values = stackalloc double[means.Length];
        for (var j = 0; j < data.Columns; j++)
        {
            TensorPrimitives.Subtract(data.Column(j).Slice(start, values.Length), center[j], values);
            TensorPrimitives.Add(means, values, means);
        }
        TensorPrimitives.Divide(means, data.Columns, means);
        for (var j = 0; j < data.Columns; j++)
        {
            TensorPrimitives.Subtract(data.Column(j).Slice(start, values.Length), center[j], values);
            TensorPrimitives.Subtract(values, means, values);
            TensorPrimitives.MultiplyAdd(values, values, spreads, spreads);
        }
        TensorPrimitives.Divide(spreads, data.Columns - 1, spreads);
        TensorPrimitives.Sqrt(spreads, spreads);
    }
}
