using Rtemis.Learning.Running;

namespace Rtemis.Learning.Resampling;

/// <summary>Cases in bins of like values.</summary>
/// <param name="Bins">The 0-based cases of each bin that has any, ascending; a case whose value is missing is in none.</param>
/// <param name="BinCount">How many bins there could be.</param>
sealed record Strata(IReadOnlyList<int[]> Bins, int BinCount)
{
    /// <summary>Puts cases into bins, into fewer where there are fewer distinct values, and says so.</summary>
    /// <exception cref="LearningException">There are fewer than two bins.</exception>
    public static Strata From(ReadOnlySpan<double> values, ResamplerConfig config, RunContext context)
    {
        var count = config.Values.Integer("strat_n_bins");
        var distinct = Distinct(values, count);
        if (distinct < count) count = Reduce(distinct, config.Type, context);
        var bins = new List<int>[count];
        var intervals = EqualWidthCut.Intervals(values, count);
        for (var row = 0; row < intervals.Length; row++)
            if (intervals[row] >= 0) (bins[intervals[row]] ??= []).Add(row);
        return new Strata([.. bins.Where(b => b is not null).Select(b => b.ToArray())], count);
    }

    static int Reduce(int distinct, ResamplerType type, RunContext context)
    {
        if (type != ResamplerType.KFold)
        {
            context.Say($"Using max n bins possible = {distinct}", "strat_sub");
            return distinct;
        }
        if (distinct == 1) throw new LearningException("rtemis_value_error", "Only one unique value present in stratify_var.");
        context.Say($"Using max n bins possible = {distinct}.", "kfold");
        return distinct;
    }

    // Enough is known once there are as many as asked for.
    static int Distinct(ReadOnlySpan<double> values, int enough)
    {
        var seen = new HashSet<double>();
        foreach (var value in values)
            if (seen.Add(value) && seen.Count >= enough) break;
        return seen.Count;
    }
}
