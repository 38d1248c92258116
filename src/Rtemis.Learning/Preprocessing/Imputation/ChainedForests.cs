using Rtemis.Data;
using Rtemis.Learning.Running;
using Rtemis.Learning.Supervised.Forests;

namespace Rtemis.Learning.Preprocessing.Imputation;

/// <summary>
/// Imputation by chained random forests with predictive mean matching, as missRanger 2.6 does it: columns are filled one after the other, those with
/// the fewest missing values first, each by a forest on the others, again and again until the out-of-bag errors stop to fall. Source: D. J. Stekhoven
/// and P. Bühlmann, "MissForest: non-parametric missing value imputation for mixed-type data", Bioinformatics 28(1), 2012; M. Mayer, missRanger.
/// </summary>
static class ChainedForests
{
    // missRanger's, which rtemis leaves as it is.
    const int MostRounds = 10;

    /// <summary>The columns without missing values; one that has no value at all stays as it is and takes no part.</summary>
    /// <param name="columns">Numbers and factors.</param>
    /// <param name="donors">The number of nearest cases that a value is drawn from; 0 takes the forests' predictions as they are.</param>
    /// <param name="context">The run.</param>
    public static IReadOnlyList<Column> Fill(IReadOnlyList<Column> columns, int donors, RunContext context)
    {
        var all = IncompleteColumn.Of(columns, context.Cancellation);
        var targets = all.Where(c => c.CanBeFilled).OrderBy(c => c.Missing.Length).ToList();
        if (targets.Count == 0) return columns;
        var usable = all.Where(c => c.Observed.Length > 0 && Varies(c)).ToHashSet();
        // What a column can be predicted from: at first those without missing values, then also what was filled.
        var features = all.Where(c => c.Missing.Length == 0 && usable.Contains(c)).ToList();
        var imputer = new ForestImputer(donors, context);

        var error = 1.0;
        for (var round = 1; round <= MostRounds; round++)
        {
            var before = targets.ConvertAll(t => t.At(t.Missing));
            var last = error;
            error = targets.ConvertAll(Visit).Average();
            if (error < last) continue;
            // The first round is kept whatever its errors; before it there is nothing.
            if (round > 1) foreach (var (target, values) in targets.Zip(before)) target.Fill(values);
            break;
        }
        return all.ConvertAll(c => c.ToColumn());

        double Visit(IncompleteColumn target)
        {
            var others = features.FindAll(f => f != target);
            var ranked = new ForestFeature[others.Count];
            context.Work.For(others.Count, i => ranked[i] = others[i].Feature);
            var own = 1.0;
            if (others.Count > 0) own = imputer.Fill(target, ranked);
            else target.Fill(Draw(target, context));
            if (usable.Contains(target) && !features.Contains(target)) features.Add(target);
            return own;
        }
    }

    static double[] Draw(IncompleteColumn target, RunContext context)
    {
        var values = target.At(target.Observed);
        return Array.ConvertAll(context.Random.SampleWithReplacement(values.Length, target.Missing.Length), i => values[i]);
    }

    static bool Varies(IncompleteColumn column)
    {
        var values = column.At(column.Observed);
        return values.AsSpan().ContainsAnyExcept(values[0]);
    }
}
