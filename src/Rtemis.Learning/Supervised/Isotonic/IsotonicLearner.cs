using Rtemis.Learning.Data;
using Rtemis.Learning.Running;

namespace Rtemis.Learning.Supervised.Isotonic;

/// <summary>
/// Least squares among the non-decreasing functions of one feature, by pooling adjacent violators; of two classes, the second counts as 1. Source:
/// R. E. Barlow, D. J. Bartholomew, J. M. Bremner and H. D. Brunk, "Statistical Inference under Order Restrictions", 1972; the numbers are those of
/// R's <c>isoreg</c>.
/// </summary>
public sealed class IsotonicLearner : ISupervisedLearner
{
    /// <summary>Makes the learner.</summary>
    /// <param name="parameters">The hyperparameters; none of them is left for the learner itself.</param>
    public IsotonicLearner(IsotonicParameters parameters) => ArgumentNullException.ThrowIfNull(parameters);

    /// <inheritdoc/>
    public string Algorithm => "Isotonic";

    /// <inheritdoc/>
    public bool AllowsMissing => false;

    /// <inheritdoc/>
    public bool SupportsMulticlass => false;

    /// <inheritdoc/>
    public ISupervisedModel Fit(SupervisedData data, RunContext context)
    {
        if (data.Weights is not null) throw new LearningException("rtemis_unsupported_error", "Isotonic does not support weights.");
        if (data.Features is not [var feature])
            throw new LearningException("rtemis_dim_error", "Isotonic requires a single predictor.");
        if (!NumericColumn.IsNumeric(feature))
            throw new LearningException("rtemis_data_error", $"Isotonic requires a numeric predictor; `{feature.Name}` is not.");
        context.Cancellation.ThrowIfCancellationRequested();
        var numbers = NumericColumn.Numbers(feature).ToArray();
        return new IsotonicModel(StepFunction.Fit(numbers, OutcomeNumbers.Of(data)), Bound(data));
    }

    // A share of 0 or 1 among n cases says no more than that the probability is within half a case of it.
    static double Bound(SupervisedData data) => data.Task == TaskType.Classification ? 1 / (2.0 * data.Rows) : 0;
}
