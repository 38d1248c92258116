using Rtemis.Learning.Metrics;

namespace Rtemis.Learning.Tuning;

/// <summary>What came of one combination on one resample.</summary>
/// <param name="Training">The figures on the cases that were learned from; null where it failed.</param>
/// <param name="Validation">The figures on the cases held out; null where it failed.</param>
/// <param name="StartedAt">Milliseconds from the run's start.</param>
/// <param name="EndedAt">Milliseconds from the run's start.</param>
/// <param name="Failure">Why it failed, or null.</param>
sealed record GridCell(MetricRow? Training, MetricRow? Validation, double StartedAt, double EndedAt, LearningException? Failure = null);
