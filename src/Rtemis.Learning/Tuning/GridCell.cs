using Rtemis.Learning.Metrics;
using Rtemis.Learning.Parameters;

namespace Rtemis.Learning.Tuning;

/// <summary>What came of one combination on one resample.</summary>
/// <param name="Training">The figures on the cases that were learned from; null where it failed.</param>
/// <param name="Validation">The figures on the cases held out; null where it failed.</param>
/// <param name="StartedAt">Milliseconds from the run's start.</param>
/// <param name="EndedAt">Milliseconds from the run's start.</param>
/// <param name="Failure">Why it failed, or null.</param>
sealed record GridCell(MetricRow? Training, MetricRow? Validation, double StartedAt, double EndedAt, LearningException? Failure = null)
{
    /// <summary>The hyperparameters that the fit found a value for, with it.</summary>
    public IReadOnlyList<KeyValuePair<string, ParameterValue>> Found { get; init; } = [];

    /// <summary>The number that the fit found for a hyperparameter; NaN where it has none.</summary>
    public double FoundNumber(string name) => Found.FirstOrDefault(f => f.Key == name).Value switch
    {
        ParameterValue.Integer n => n.Value,
        ParameterValue.Number n => n.Value,
        _ => double.NaN,
    };
}
