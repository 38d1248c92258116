using Rtemis.Data;
using Rtemis.Learning.Running;

namespace Rtemis.Learning.Preprocessing.Imputation;

/// <summary>
/// Imputation by chained equations with predictive mean matching, number by number as mice 3.15 does it for one data set (<c>m = 1</c>, method
/// <c>pmm</c>): missing cells start with values drawn from their column; then columns are filled one after the other by a linear regression on the
/// others. A factor is predicted as the numbers of its levels. Source: S. van Buuren and K. Groothuis-Oudshoorn, "mice: Multivariate imputation by
/// chained equations in R", Journal of Statistical Software 45(3), 2011.
/// </summary>
static class ChainedRegressions
{
    // mice's defaults.
    const int Rounds = 5;
    const int Donors = 5;

    /// <summary>The columns without missing values, but for those that mice does not fill: constants, and copies of others.</summary>
    /// <param name="columns">Numbers and factors.</param>
    /// <param name="context">The run.</param>
    /// <exception cref="LearningException">There is nothing to predict from.</exception>
    public static IReadOnlyList<Column> Fill(IReadOnlyList<Column> columns, RunContext context)
    {
        var all = IncompleteColumn.Of(columns, context.Cancellation);
        if (all.TrueForAll(c => c.Missing.Length == 0)) return columns;
        if (columns.Count < 2) throw new LearningException("simpleError", "Data should contain at least two columns");
        var usable = UsableColumns.Of(all, context);
        var targets = usable.FindAll(c => c.Missing.Length > 0);
        foreach (var target in targets) Copy(target, Start(target, context));
        for (var round = 0; round < Rounds; round++)
            foreach (var target in targets) Copy(target, Donate(target, usable, context));
        return all.ConvertAll(c => c.ToColumn());
    }

    static int[] Start(IncompleteColumn target, RunContext context) =>
        context.Random.SampleWithReplacement(target.Observed.Length, target.Missing.Length);

    static void Copy(IncompleteColumn target, int[] donors) =>
        target.Fill(Array.ConvertAll(donors, donor => target.Numbers[target.Observed[donor]]));

    // For each missing cell the observed one whose value it gets.
    static int[] Donate(IncompleteColumn target, List<IncompleteColumn> usable, RunContext context)
    {
        context.Cancellation.ThrowIfCancellationRequested();
        var observed = target.At(target.Observed);
        Predictor[] candidates = [.. usable.Where(c => c != target).SelectMany(Predictor.Of)];
        var predictors = UsablePredictors.Of(candidates, target.Observed, observed, context);
        var design = new ReversedDesign(predictors, target.Observed);
        var regression = BayesianRegression.Of(design, observed, context);
        var known = design.Times(regression.Fitted, context.Cancellation);
        var wanted = new ReversedDesign(predictors, target.Missing).Times(regression.Drawn, context.Cancellation);

        var nearest = new NearestDonors(known, context.Random.SampleWithoutReplacement(known.Length, known.Length));
        var ranks = context.Random.SampleWithReplacement(Math.Min(Donors, known.Length), wanted.Length);
        return [.. wanted.Zip(ranks, (prediction, rank) => nearest[nearest.Find(prediction, rank + 1)])];
    }
}
