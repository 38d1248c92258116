using Rtemis.Learning.Data;
using Rtemis.Learning.Parameters;
using Rtemis.Learning.Running;

namespace Rtemis.Learning.Supervised.Boosting;

/// <summary>
/// Gradient boosting of trees that grow leaf by leaf on binned features. A fit without a number of rounds ends when the loss of its training or validation cases
/// no longer falls, and says which round was best. Source: G. Ke et al., "LightGBM: A Highly Efficient Gradient Boosting Decision Tree", NIPS 2017; the numbers
/// are those of LightGBM 4.6.
/// </summary>
/// <param name="parameters">The hyperparameters.</param>
public sealed class LightGbmLearner(LightGbmParameters parameters) : IValidatedLearner
{
    // Where no round was best, rtemis takes this number.
    const int UnknownRounds = 100;

    /// <summary>The most rounds that are kept, for who needs no more.</summary>
    internal int MostKept { get; init; } = int.MaxValue;

    /// <inheritdoc/>
    public string Algorithm => "LightGBM";

    /// <inheritdoc/>
    public bool AllowsMissing => true;

    /// <inheritdoc/>
    public bool SupportsMulticlass => true;

    /// <inheritdoc/>
    public bool TakesWorkers => true;

    /// <inheritdoc/>
    public ISupervisedModel Fit(SupervisedData data, RunContext context) => Fit(data, null, context);

    /// <inheritdoc/>
    public ISupervisedModel Fit(SupervisedData data, SupervisedData? held, RunContext context)
    {
        var booster = new Booster(parameters.Options, parameters.Rounds ?? parameters.MostRounds, parameters.Patience, parameters.LeastFall)
        {
            MostKept = MostKept,
        };
        return BoostedLearning.Fit(booster, data, held, Found, [], context);
    }

    IReadOnlyList<KeyValuePair<string, ParameterValue>> Found(int? bestRound) =>
        parameters.Rounds is not null ? [] : [new(LightGbmParameters.RoundsName, new ParameterValue.Integer(bestRound ?? UnknownRounds))];
}
