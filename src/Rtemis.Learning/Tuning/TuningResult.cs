using Rtemis.Learning.Metrics;
using Rtemis.Learning.Parameters;

namespace Rtemis.Learning.Tuning;

/// <summary>What came of a search.</summary>
/// <param name="Config">How it was done, with the figure that decided.</param>
/// <param name="Grid">The combinations that were tried.</param>
/// <param name="Training">The figures of each combination on the cases it learned from, over all resamples; NaN where one has none.</param>
/// <param name="Validation">Those on the cases held out.</param>
/// <param name="Best">The winner's names and values; null values where no combination could be judged.</param>
/// <param name="Hyperparameters">All hyperparameters, the winner's in place.</param>
public sealed record TuningResult(
    GridSearchConfig Config, TuningGrid Grid, IReadOnlyList<MetricRow> Training, IReadOnlyList<MetricRow> Validation,
    IReadOnlyList<KeyValuePair<string, ParameterValue>> Best, ParameterValues Hyperparameters);
