using Rtemis.Learning.Data;
using Rtemis.Learning.Parameters;
using Rtemis.Learning.Running;
using Rtemis.Learning.Supervised.Boosting.Objectives;

namespace Rtemis.Learning.Supervised.Boosting;

/// <summary>What the learners of this family have in common: features become numbers, boosting learns, a model for the table's features comes out.</summary>
static class BoostedLearning
{
    /// <summary>Learns a model.</summary>
    /// <param name="booster">How trees are learned.</param>
    /// <param name="data">The cases.</param>
    /// <param name="held">Cases that the model is judged by while it grows, or null.</param>
    /// <param name="found">The hyperparameters that the fit found, given the best round.</param>
    /// <param name="derived">The hyperparameters that follow from the data, but for the objective.</param>
    /// <param name="context">The run.</param>
    /// <exception cref="LearningException">The data or the options don't allow it.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static BoostedModel Fit(
        Booster booster, SupervisedData data, SupervisedData? held, Func<int?, IReadOnlyList<KeyValuePair<string, ParameterValue>>> found,
        IReadOnlyList<KeyValuePair<string, ParameterValue>> derived, RunContext context)
    {
        var codes = FeatureCodes.Learn(data, context);
        var fit = booster.Fit(
            codes.Encode(data.Features, context), BoostedCases.Of(data), held is null ? null : (codes.Encode(held.Features, context), BoostedCases.Of(held)), context);
        return new BoostedModel(
            codes, fit.Ensemble, found(fit.BestRound), [.. derived, KeyValuePair.Create<string, ParameterValue>("objective", new ParameterValue.Text(fit.Objective))])
        {
            Grown = fit.Grown,
        };
    }
}
