using Rtemis.Data;
using Rtemis.Learning.Random;
using Rtemis.Learning.Running;
using Rtemis.Learning.Training;

namespace Rtemis.Learning.Resampling;

/// <summary>
/// Draws resamples of a table, case for case those of rtemis 1.3 with R's <c>L'Ecuyer-CMRG</c> generator. With a seed the draws start from
/// it; without, they go on from the run's own numbers.
/// </summary>
public static class Resampler
{
    // Each resample is a list of its cases: more of them than this fill the memory of an ordinary machine.
    const long MostCases = 500_000_000;

    /// <summary>The configured resampling as a step of a training run.</summary>
    public static OuterResampling Plan(ResamplerConfig config) =>
        new(config.Type.ToString(), config.Values, config.Description, config.IdColumn, (table, context) => Draw(config, table, context));

    /// <summary>Draws the resamples.</summary>
    /// <param name="config">What to draw.</param>
    /// <param name="table">The cases, with the outcome as last column and the id column, if there is one.</param>
    /// <param name="context">The run; it is told what was changed in the options to fit the data.</param>
    /// <exception cref="LearningException">The data don't allow it.</exception>
    public static OuterResamples Draw(ResamplerConfig config, Table table, RunContext context)
    {
        var groups = config.IdColumn is { } id ? CaseGroups.By(Named(table, "id_strat", id)) : null;
        var strata = config.StratifyBy is { } name ? Named(table, "stratify_var", name) : table.Columns[^1];
        if (groups is not null) strata = strata.SelectRows(groups.FirstRows);
        if (table.Rows == 0) throw new LearningException("rtemis_dim_error", "There are no cases to resample.");
        if (config.Type == ResamplerType.LOOCV) config = config.With("n_resamples", table.Rows);
        CheckSize(config, table.Rows);

        var (samples, settled) = Draw(config, strata, context);
        if (groups is not null) samples = Array.ConvertAll(samples, groups.Expand);
        var prefix = Prefix(config.Type);
        var named = samples.Select((rows, i) => new OuterResample($"{prefix}_{i + 1}", rows));
        return new OuterResamples([.. named], settled.Values, settled.Description);
    }

    static (int[][] Samples, ResamplerConfig Settled) Draw(ResamplerConfig config, Column stratifyBy, RunContext context)
    {
        var rows = stratifyBy.Length;
        var count = config.Count!.Value;
        if (config.Type == ResamplerType.LOOCV) return (CaseDraws.LeaveOneOut(rows), config);
        var random = config.Seed is { } seed ? new LEcuyerCmrg((uint)seed) : context.Random;
        if (config.Type == ResamplerType.Bootstrap) return (CaseDraws.Bootstraps(rows, count, random), config);

        var strata = Strata.From(ColumnNumbers.Of(stratifyBy).Span, config, context);
        if (config.Type == ResamplerType.KFold) return (CaseDraws.Folds(strata, rows, count, random), config);
        var samples = CaseDraws.Subsamples(strata, count, config.Values.Number("train_p"), random);
        return config.Type == ResamplerType.StratBoot
            ? (CaseDraws.FillUp(samples, rows, config.TargetLength, random), config)
            : (samples, Settle(config, strata.BinCount, context));
    }

    static ResamplerConfig Settle(ResamplerConfig config, int bins, RunContext context)
    {
        var requested = config.Values.Integer("strat_n_bins");
        if (requested == bins) return config;
        context.Say($"Updated strat_n_bins from {requested} to {bins} in ResamplerConfig object.", "resample");
        return config.With("strat_n_bins", bins);
    }

    static string Prefix(ResamplerType type) => type switch
    {
        ResamplerType.StratSub => "Subsample",
        ResamplerType.StratBoot => "StratBoot",
        ResamplerType.Bootstrap => "Bootstrap",
        _ => "Fold",
    };

    static Column Named(Table table, string option, string name) =>
        table.Find(name) ?? throw new LearningException(
            "rtemis_value_error",
            $"@{option} names the column '{name}', which is not present. " +
            $"Available columns: {string.Join(", ", table.Columns.Select(c => c.Name))}.");

    static void CheckSize(ResamplerConfig config, int rows)
    {
        var length = Math.Max(rows, config.TargetLength ?? 0);
        if (config.Count!.Value * (length + 16L) <= MostCases) return;
        throw new LearningException(
            "rtemis_value_error",
            $"{config.Description} of {length} cases are too many to keep. Ask for fewer, or use another type of resampling.");
    }
}
