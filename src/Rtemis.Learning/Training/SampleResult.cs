using Rtemis.Data;
using Rtemis.Learning.Metrics;
using Rtemis.Learning.Supervised;

namespace Rtemis.Learning.Training;

/// <summary>What a model made of one sample.</summary>
/// <param name="Actual">The true outcome.</param>
/// <param name="Prediction">What was predicted.</param>
/// <param name="Classes">The predicted 0-based level codes; null for regression.</param>
/// <param name="Metrics">How good that is.</param>
public sealed record SampleResult(Column Actual, Prediction Prediction, int[]? Classes, SampleMetrics Metrics);
