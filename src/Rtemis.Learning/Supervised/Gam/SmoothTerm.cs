using MemoryPack;
using Rtemis.Data;
using Rtemis.Learning.Data;
using Rtemis.Learning.Numerics;

namespace Rtemis.Learning.Supervised.Gam;

/// <summary>A numeric feature's part of the linear predictor.</summary>
/// <param name="Feature">The feature's name.</param>
/// <param name="Curve">The part as a function of the feature.</param>
[MemoryPackable]
sealed partial record SmoothTerm(string Feature, NaturalSpline Curve)
{
    /// <summary>Adds the part of cases from <paramref name="start"/> on to their predictor.</summary>
    public void AddTo(Column feature, int start, Span<double> predictor)
    {
        var values = NumericColumn.Numbers(feature).Span.Slice(start, predictor.Length);
        for (var i = 0; i < predictor.Length; i++) predictor[i] += Curve.At(values[i]);
    }
}
