using Rtemis.Learning.Data;
using Rtemis.Learning.Running;
using Rtemis.Learning.Supervised.Forests;

namespace Rtemis.Learning.Supervised.Ranger;

/// <summary>
/// Random forests: the mean of trees that are grown on samples of the cases, each split on one of a few features drawn at random; of classes the mean of
/// their shares in the leaves. Case weights are the chances of cases to be drawn. Source: L. Breiman, "Random forests", Machine Learning 45, 2001; J. D.
/// Malley, J. Kruppa, A. Dasgupta, K. G. Malley and A. Ziegler, "Probability machines", Methods of Information in Medicine 51, 2012; the trees are those of
/// the R package ranger 0.14 (M. N. Wright and A. Ziegler, Journal of Statistical Software 77(1), 2017).
/// </summary>
/// <param name="parameters">The hyperparameters.</param>
public sealed class RangerLearner(RangerParameters parameters) : ISupervisedLearner
{
    /// <inheritdoc/>
    public string Algorithm => "Ranger";

    /// <summary>rtemis lets missing values pass here, and ranger refuses them.</summary>
    public bool AllowsMissing => true;

    /// <inheritdoc/>
    public bool SupportsMulticlass => true;

    /// <inheritdoc/>
    public bool TakesWorkers => true;

    /// <summary>Grows a forest.</summary>
    /// <exception cref="LearningException">A feature misses values, or an option can't be used, alone, with another one or with these cases.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public RangerModel Fit(SupervisedData data, RunContext context)
    {
        new RangerChecks(parameters, data).Run();
        var maker = new RangerPlan(parameters, data, context);
        var variables = maker.Variables();
        var plan = maker.Make(variables);
        var forest = ForestGrowth.Run(plan, context);
        return new RangerModel(
            variables,
            forest.Trees,
            data.Classes.Count,
            new VariableImportance([.. variables.Select(v => v.Name)], [new ImportanceMeasure("importance", forest.Importance)]),
            parameters.UsedFraction)
        {
            OutOfBagError = forest.OutOfBagError,
            LocalImportance = forest.LocalImportance,
            Samples = forest.Samples,
            LeafNumbers = parameters.Quantiles ? QuantileLeaves.Draw(plan, forest.Trees, data.Numbers.Span, context) : [],
        };
    }

    ISupervisedModel ISupervisedLearner.Fit(SupervisedData data, RunContext context) => Fit(data, context);
}
