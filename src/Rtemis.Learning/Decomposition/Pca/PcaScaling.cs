using System.Numerics.Tensors;
using Rtemis.Learning.Data;
using Rtemis.Learning.Metrics;
using Rtemis.Learning.Numerics;
using Rtemis.Learning.Running;

namespace Rtemis.Learning.Decomposition.Pca;

/// <summary>The columns of a frame, centred and scaled as R's <c>scale()</c> does. They are computed where they are needed, never stored as a whole.</summary>
sealed class PcaScaling : ITallMatrix
{
    readonly NumericFrame _data;

    /// <summary>Applies what is given, which may come from other data.</summary>
    public PcaScaling(NumericFrame data, IReadOnlyList<double>? center, IReadOnlyList<double>? scale)
    {
        _data = data;
        Center = center;
        Scale = scale;
    }

    public IReadOnlyList<double>? Center { get; }

    public IReadOnlyList<double>? Scale { get; }

    public int Rows => _data.Rows;

    public int Columns => _data.Columns;

    /// <exception cref="LearningException">A column has nothing to be scaled by, or a value is infinite.</exception>
    public static PcaScaling Of(NumericFrame data, PcaParameters parameters, RunContext context)
    {
        var center = parameters.Center ? new double[data.Columns] : null;
        var scale = parameters.Scale ? new double[data.Columns] : null;
        var finite = new bool[data.Columns];
        context.Work.For(data.Columns, j =>
        {
            var values = data.Column(j);
            if (center is not null) center[j] = CompensatedSum.Mean(values);
            if (scale is not null) scale[j] = ColumnSpread.Of(values, center?[j]);
            finite[j] = TensorPrimitives.IsFiniteAll(values) && double.IsFinite(center?[j] ?? 0) && double.IsFinite(scale?[j] ?? 0);
        });
        if (scale is not null && (data.Rows == 0 || scale.Contains(0)))
            throw new LearningException("simpleError", "cannot rescale a constant/zero column to unit variance");
        if (data.Rows == 0) throw new LearningException("simpleError", "a dimension is zero");
        if (finite.Contains(false)) throw new LearningException("simpleError", "infinite or missing values in 'x'");
        return new PcaScaling(data, center, scale);
    }

    /// <inheritdoc/>
    public void Read(int column, int start, Span<double> target)
    {
        var source = _data.Column(column).Slice(start, target.Length);
        if (Center is null) source.CopyTo(target);
        else TensorPrimitives.Subtract(source, Center[column], target);
        if (Scale is not null) TensorPrimitives.Divide(target, Scale[column], target);
    }
}
