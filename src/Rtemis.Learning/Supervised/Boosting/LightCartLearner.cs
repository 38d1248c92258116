using Rtemis.Learning.Data;
using Rtemis.Learning.Running;

namespace Rtemis.Learning.Supervised.Boosting;

/// <summary>
/// One tree that grows leaf by leaf on binned features. As in rtemis it is the first round of boosting, with LightGBM's learning rate of 0.1: predictions go a
/// tenth of the way from the mean to the leaf's. Source: H. Shi, "Best-first Decision Tree Learning", 2007; the numbers are those of LightGBM 4.6.
/// </summary>
/// <param name="parameters">The hyperparameters.</param>
public sealed class LightCartLearner(LightCartParameters parameters) : ISupervisedLearner
{
    /// <inheritdoc/>
    public string Algorithm => "LightCART";

    /// <inheritdoc/>
    public bool AllowsMissing => true;

    /// <inheritdoc/>
    public bool SupportsMulticlass => true;

    /// <inheritdoc/>
    public ISupervisedModel Fit(SupervisedData data, RunContext context) =>
        BoostedLearning.Fit(new Booster(parameters.Options, 1, 0, 0), data, null, _ => [], [], context);
}
