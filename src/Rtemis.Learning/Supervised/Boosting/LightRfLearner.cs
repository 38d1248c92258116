using Rtemis.Learning.Data;
using Rtemis.Learning.Parameters;
using Rtemis.Learning.Running;

namespace Rtemis.Learning.Supervised.Boosting;

/// <summary>
/// A random forest of trees that grow leaf by leaf on binned features, each from a part of the cases and of the features. Source: L. Breiman, "Random Forests",
/// 2001; the numbers are those of LightGBM 4.6 with <c>boosting</c> rf.
/// </summary>
/// <param name="parameters">The hyperparameters.</param>
public sealed class LightRfLearner(LightRfParameters parameters) : ISupervisedLearner
{
    const double ShareForNumbers = 0.33;

    /// <inheritdoc/>
    public string Algorithm => "LightRF";

    /// <inheritdoc/>
    public bool AllowsMissing => true;

    /// <inheritdoc/>
    public bool SupportsMulticlass => true;

    /// <inheritdoc/>
    public bool TakesWorkers => true;

    /// <inheritdoc/>
    public ISupervisedModel Fit(SupervisedData data, RunContext context)
    {
        var options = parameters.Options;
        List<KeyValuePair<string, ParameterValue>> derived = [];
        if (parameters.DerivesFeatureFraction)
        {
            var share = data.Task == TaskType.Classification ? Math.Sqrt(data.Features.Count) / data.Features.Count : ShareForNumbers;
            options = options with { Growth = options.Growth with { FeatureFraction = share } };
            derived.Add(new(LightRfParameters.FeatureFractionName, new ParameterValue.Number(share)));
        }
        return BoostedLearning.Fit(new Booster(options, parameters.Rounds, 0, 0), data, null, _ => [], derived, context);
    }
}
