using System.Numerics.Tensors;
using Rtemis.Learning.Data;
using Rtemis.Learning.Metrics;
using Rtemis.Learning.Numerics;
using Rtemis.Learning.Running;

namespace Rtemis.Learning.Decomposition.Pca;

/// <summary>A table's columns, centred and scaled while they are read.</summary>
sealed class StandardizedFrame : ITallMatrix
{
    readonly NumericFrame _data;

    /// <exception cref="LearningException">A column can't be scaled, or a number is not finite.</exception>
    public StandardizedFrame(NumericFrame data, bool center, bool scale, RunContext context)
    {
        _data = data;
        var (centers, scales) = (center ? new double[data.Columns] : null, scale ? new double[data.Columns] : null);
        context.Work.For(data.Columns, c =>
        {
            var values = data.Column(c);
            var origin = center ? Mean(values) : 0;
            if (centers is not null) centers[c] = origin;
            if (scales is not null) scales[c] = Spread(values, origin);
        });
        Centers = centers;
        Scales = scales;
        if (scales?.Contains(0) == true) throw new LearningException("simpleError", "cannot rescale a constant/zero column to unit variance");
        for (var c = 0; c < data.Columns; c++)
            if (!TensorPrimitives.IsFiniteAll(data.Column(c))) throw new LearningException("simpleError", "infinite or missing values in 'x'");
    }

    /// <summary>What was taken off each column, or null.</summary>
    public double[]? Centers { get; }

    /// <summary>What each column was divided by, or null.</summary>
    public double[]? Scales { get; }

    public int Rows => _data.Rows;

    public int Columns => _data.Columns;

    public void Read(int column, int start, Span<double> target)
    {
        var values = _data.Column(column).Slice(start, target.Length);
        if (Centers is null) values.CopyTo(target);
        else TensorPrimitives.Subtract(values, Centers[column], target);
        if (Scales is not null) TensorPrimitives.Divide(target, Scales[column], target);
    }

    // The mean of equal numbers is theirs to the last bit, so that the column is seen to be constant.
    static double Mean(ReadOnlySpan<double> values) => values.ContainsAnyExcept(values[0]) ? CompensatedSum.Mean(values) : values[0];

    // Around the origin even where that is not the mean, as R's scale() does.
    static double Spread(ReadOnlySpan<double> values, double origin)
    {
        var sum = new CompensatedSum();
        foreach (var value in values) sum.Add((value - origin) * (value - origin));
        return Math.Sqrt(sum.Value / Math.Max(1, values.Length - 1));
    }
}
