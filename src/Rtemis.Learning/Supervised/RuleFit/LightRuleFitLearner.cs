using Rtemis.Data;
using Rtemis.Learning.Data;
using Rtemis.Learning.Running;
using Rtemis.Learning.Supervised.Boosting;
using Rtemis.Learning.Supervised.Glmnet;

namespace Rtemis.Learning.Supervised.RuleFit;

/// <summary>
/// A sparse linear model of rules: boosting grows trees, each way from a root to a leaf is a rule, and an elastic net chooses among them. Source:
/// J. H. Friedman and B. E. Popescu, "Predictive Learning via Rule Ensembles", Annals of Applied Statistics 2(3), 2008. Rules and coefficients are those
/// that rtemis gets with LightGBM 4.6 and glmnet 4.1.
/// </summary>
/// <param name="parameters">The hyperparameters.</param>
/// <param name="training">How the two steps are trained.</param>
public sealed class LightRuleFitLearner(LightRuleFitParameters parameters, IInnerTraining training) : IValidatedLearner, IComposedLearner
{
    /// <inheritdoc/>
    public string Algorithm => "LightRuleFit";

    /// <inheritdoc/>
    public bool AllowsMissing => true;

    /// <inheritdoc/>
    public bool SupportsMulticlass => true;

    /// <inheritdoc/>
    public bool TakesWorkers => true;

    /// <inheritdoc/>
    public ISupervisedLearner With(IInnerTraining training) => new LightRuleFitLearner(parameters, training);

    /// <inheritdoc/>
    public ISupervisedModel Fit(SupervisedData data, RunContext context) => Fit(data, null, context);

    /// <inheritdoc/>
    public ISupervisedModel Fit(SupervisedData data, SupervisedData? held, RunContext context)
    {
        RefuseWeights(data);
        var boosted = (BoostedModel)training.Train(parameters.Boosting, data, held, context);
        var rules = Extract(boosted, context);
        var columns = Match(rules, boosted.Codes, data, context);
        var net = (GlmnetModel)training.Train(parameters.Net, data.WithFeatures(columns), null, context);
        return new RuleFitModel(boosted.Codes, Count(rules, columns, data), net.Coefficients);
    }

    // The net weights classes by their inverse frequency whatever its options say, and can't have other weights besides. rtemis finds that out after boosting.
    void RefuseWeights(SupervisedData data)
    {
        if (data.Task == TaskType.Classification && (data.Weights is not null || parameters.WeighsClasses))
            throw new LearningException("rtemis_value_error", "Custom weights are defined, but IFW is set to TRUE.");
    }

    static IReadOnlyList<Rule> Extract(BoostedModel boosted, RunContext context)
    {
        const string stage = "extract_rules";
        context.Say("Extracting LightGBM rules...", level: TextLevel.Start);
        var trees = boosted.Grown.Take(LightRuleFitParameters.RoundsRead * boosted.Ensemble.Outputs);
        var rules = new RuleExtraction(boosted.Codes).Rules(trees);
        context.Say("done", stage, TextLevel.Done);
        context.Say($"Extracted {rules.Count} unique rules.", stage);
        return rules.Count > 0
            ? rules
            : throw new LearningException(
                "rtemis_data_error", "The trees have no splits, so there are no rules to choose from. A smaller `min_data_in_leaf` may allow for some.");
    }

    static Column[] Match(IReadOnlyList<Rule> rules, FeatureCodes codes, SupervisedData data, RunContext context)
    {
        context.Say($"Matching{rules.Count}rules to{data.Rows}cases...", level: TextLevel.Start);
        var columns = new RuleMatching(codes.Encode(data.Features, context)).Indicators(rules, data.Rows, context);
        context.Say("done", "match_cases_by_rules", TextLevel.Done);
        return columns;
    }

    static Rule[] Count(IReadOnlyList<Rule> rules, Column[] columns, SupervisedData data)
    {
        var classes = data.Classes.Count == 2 ? data.ClassCodes : default;
        return [.. rules.Zip(columns, (rule, column) => rule.Counted(NumericColumn.Numbers(column).Span, classes.Span))];
    }
}
