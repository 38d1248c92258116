using Rtemis.Learning.Numerics;
using Rtemis.Learning.Running;

namespace Rtemis.Learning.Supervised.Mars;

/// <summary>What the forward pass found, and the best subset of each size.</summary>
/// <param name="All">All terms, the intercept first.</param>
/// <param name="Subsets">The best subset of each size.</param>
/// <param name="Gcv">The generalized cross-validation criterion of each, from one term on.</param>
sealed record PrunedTerms(MarsTerm[] All, SubsetRecord Subsets, double[] Gcv)
{
    // The share of the largest singular value from which the smallest one counts as 0.
    const double LeastCondition = 1e-10;

    /// <summary>Adds terms, then looks for subsets.</summary>
    /// <param name="parameters">The hyperparameters.</param>
    /// <param name="sample">The cases.</param>
    /// <param name="pruning">The way to prune.</param>
    /// <param name="context">The run.</param>
    /// <exception cref="LearningException">The penalty on new variables is asked for together with weights.</exception>
    public static PrunedTerms Of(MarsParameters parameters, MarsSample sample, string pruning, RunContext context)
    {
        var slots = TermRegression.Independent(new ForwardPass(parameters, sample, context).Run(), sample, context);
        var regression = TermRegression.Of(slots, sample, context);
        if (pruning == "exhaustive" && Condition(regression, context) is < LeastCondition and var condition)
        {
            context.Say($"forced pmethod=\"backward\" (bx is ill conditioned, sing val ratio {NumberText.General(condition, 2)})", level: TextLevel.Warn);
            pruning = "backward";
        }
        var reduction = new OrderedReduction(regression);
        // Looking at all subsets takes too long for sizes that nobody asked for.
        var record = new SubsetRecord(reduction, pruning == "exhaustive" ? Math.Min(parameters.MostKept ?? slots.Count, slots.Count) : slots.Count);
        var search = new SubsetSearch(reduction, record, context);
        if (slots.Count <= 2 || sample.Responses.Length > 1) search.Deletion();
        else Search(search, pruning);
        var gcv = Enumerable.Range(1, record.Most)
            .Select(count => GeneralizedCrossValidation.Of(record.Rss(count), count, sample.Rows, parameters.KnotPenalty));
        return new PrunedTerms([.. slots.Select(s => s.Term)], record, [.. gcv]);
    }

    /// <summary>The size with the least criterion, the smallest of several.</summary>
    public int BestSize(int? most)
    {
        var best = 0;
        for (var i = 1; i < Math.Min(most ?? Gcv.Length, Gcv.Length); i++)
            if (Gcv[i] < Gcv[best]) best = i;
        return best + 1;
    }

    /// <summary>The terms of the best subset of a size.</summary>
    public MarsTerm[] Select(int size) => Array.ConvertAll(Subsets.Terms(size), i => All[i]);

    static void Search(SubsetSearch search, string pruning)
    {
        switch (pruning)
        {
            case "forward":
                search.Forward();
                break;
            case "seqrep":
                search.Replacement();
                break;
            case "exhaustive":
                search.Exhaustive();
                break;
            default:
                search.Backward();
                break;
        }
    }

    static double Condition(TermRegression regression, RunContext context)
    {
        var values = RightVectors.Of(new MatrixColumns(regression.Factor), _ => 0, context).Values;
        return values[^1] / values[0];
    }
}
