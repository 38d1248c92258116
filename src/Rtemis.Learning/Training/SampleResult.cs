using Rtemis.Data;
using Rtemis.Learning.Data;
using Rtemis.Learning.Metrics;
using Rtemis.Learning.Supervised;

namespace Rtemis.Learning.Training;

/// <summary>What a model made of one sample.</summary>
/// <param name="Actual">The true outcome.</param>
/// <param name="Prediction">What was predicted.</param>
/// <param name="Classes">The predicted 0-based level codes; null for regression.</param>
/// <param name="Metrics">How good that is.</param>
public sealed record SampleResult(Column Actual, Prediction Prediction, int[]? Classes, SampleMetrics Metrics)
{
    /// <summary>Judges predictions by the truth.</summary>
    /// <param name="actual">The true outcome, none missing.</param>
    /// <param name="prediction">What was predicted.</param>
    internal static SampleResult Of(Column actual, Prediction prediction)
    {
        var values = prediction.Values;
        if (actual is not FactorColumn factor)
            return new SampleResult(actual, prediction, null, RegressionMetrics.Compute(NumericColumn.Numbers(actual).Span, values.Column(0)));
        var classes = PredictedClasses.Of(prediction);
        var metrics = ClassificationMetrics.Compute(factor.Levels, factor.Codes.Span, classes, values);
        return new SampleResult(actual, prediction, classes, metrics);
    }
}
