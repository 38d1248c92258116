using System.Numerics.Tensors;
using Rtemis.Learning.Numerics;
using Rtemis.Learning.Supervised.Glm;

namespace Rtemis.Learning.Supervised.Gam;

/// <summary>A feature's numbers, centred and scaled.</summary>
sealed record LineColumn(ReadOnlyMemory<double> Values, double Center, double Scale) : DesignColumn
{
    public override void Read(int start, Span<double> target)
    {
        TensorPrimitives.Subtract(Values.Span.Slice(start, target.Length), Center, target);
        TensorPrimitives.Divide(target, Scale, target);
    }
}

/// <summary>A curve over a feature's numbers, of which it is known between which knots they lie.</summary>
sealed record CurveColumn(ReadOnlyMemory<double> Values, int[] Intervals, NaturalSpline Curve) : DesignColumn
{
    public override void Read(int start, Span<double> target)
    {
        var values = Values.Span.Slice(start, target.Length);
        var intervals = Intervals.AsSpan(start, target.Length);
        for (var i = 0; i < target.Length; i++) target[i] = Curve.At(values[i], intervals[i]);
    }
}
