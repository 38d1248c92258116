using System.Numerics.Tensors;
using MemoryPack;
using Rtemis.Learning.Data;
using Rtemis.Learning.Metrics;
using Rtemis.Learning.Numerics;
using Rtemis.Learning.Parallel;

namespace Rtemis.Learning.Supervised.Svm;

/// <summary>Centres and scales columns to a standard deviation of 1 in training.</summary>
/// <param name="centers">What is taken off each column.</param>
/// <param name="scales">What each is divided by then.</param>
[MemoryPackable]
sealed partial class SvmScaling(double[] centers, double[] scales)
{
    /// <summary>What is taken off each column.</summary>
    public double[] Centers { get; } = centers;

    /// <summary>What each is divided by then.</summary>
    public double[] Scales { get; } = scales;

    /// <summary>The columns that have one value only.</summary>
    public static IEnumerable<int> Constants(Matrix table) =>
        Enumerable.Range(0, table.Columns).Where(c => !table.Column(c).ContainsAnyExcept(table.Column(c)[0]));

    /// <summary>Learns from a table of at least two rows without constant columns.</summary>
    /// <exception cref="LearningException">A column's spread is no number.</exception>
    public static SvmScaling Of(Matrix table, WorkSplit work)
    {
        var (centers, scales) = (new double[table.Columns], new double[table.Columns]);
        work.For(table.Columns, c =>
        {
            centers[c] = CompensatedSum.Mean(table.Column(c));
            scales[c] = ColumnSpread.Of(table.Column(c), centers[c]);
        });
        if (!Array.TrueForAll(scales, s => double.IsFinite(s) && s > 0))
            throw new LearningException("simpleError", "The columns can't be scaled: their numbers are infinite or their spread is too large or too small.");
        return new SvmScaling(centers, scales);
    }

    /// <summary>Scales a table where it lies.</summary>
    public void Apply(Matrix table, WorkSplit work) => work.For(table.Columns, c =>
    {
        var column = table.Column(c);
        TensorPrimitives.Subtract(column, Centers[c], column);
        TensorPrimitives.Divide(column, Scales[c], column);
    });
}
