using Rtemis.Learning.Running;
using Rtemis.Learning.Supervised.Boosting.Binning;
using Rtemis.Learning.Supervised.Boosting.Objectives;
using Rtemis.Learning.Supervised.Boosting.Options;
using Rtemis.Learning.Supervised.Boosting.Rounds;

namespace Rtemis.Learning.Supervised.Boosting;

/// <summary>Learns ensembles of trees.</summary>
/// <param name="options">How.</param>
/// <param name="rounds">The number of rounds.</param>
/// <param name="patience">The rounds without a lower loss that end it; 0 or less for never.</param>
/// <param name="leastFall">What a loss must fall by to count as lower.</param>
sealed class Booster(BoostingOptions options, int rounds, int patience, double leastFall)
{
    /// <summary>The most rounds that are kept, for who needs no more: those in which nothing splits don't count.</summary>
    public int MostKept { get; init; } = int.MaxValue;

    /// <summary>Learns.</summary>
    /// <param name="columns">The features.</param>
    /// <param name="cases">The outcome.</param>
    /// <param name="held">Cases that the model is judged by while it grows, or null.</param>
    /// <param name="context">The run.</param>
    /// <exception cref="LearningException">The outcome or the options don't allow it.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public BoostedFit Fit(
        IReadOnlyList<CodedColumn> columns, BoostedCases cases, (IReadOnlyList<CodedColumn> Columns, BoostedCases Cases)? held, RunContext context)
    {
        OptionCheck.Run(options, columns, cases);
        var objective = ObjectiveChoice.Of(options.Objective, cases);
        OptionCheck.Run(options, objective);
        var data = BinnedData.Of(columns, cases.Rows, options.Binning, options.Growth.Leaf.MinDataInLeaf, context, keepsValues: options.Growth.LinearTree);
        var stopping = new EarlyStopping(options.Kind == BoostingKind.DropOut ? 0 : patience, leastFall, held is null ? 1 : 2);
        var validation = held is { } h && stopping.IsOn ? new ValidationCases(h.Cases, new CaseValues(h.Columns).Read(0, h.Cases.Rows), objective.Outputs) : null;
        BoostingRounds run = options.Kind switch
        {
            BoostingKind.RandomForest => new ForestRounds(options, objective, cases, data, validation, context),
            BoostingKind.DropOut => new DropOutRounds(options, objective, cases, data, validation, context),
            _ => new GradientRounds(options, objective, cases, data, validation, context),
        };
        var kind = options.Kind == BoostingKind.RandomForest ? "forest" : "boosting";
        var counter = context.CountWhenSlow(kind == "forest" ? "Trees" : "Rounds", kind, Math.Min(rounds, MostKept));
        for (var round = 1; round <= rounds && run.Trees.Count / objective.Outputs < MostKept; round++)
        {
            context.Cancellation.ThrowIfCancellationRequested();
            run.Next();
            counter.Advance();
            if (!stopping.IsOn) continue;
            double[] losses = validation is null
                ? [objective.Loss(cases, run.TrainingSums, context)]
                : [objective.Loss(cases, run.TrainingSums, context), objective.Loss(validation.Cases, run.ModelSums(validation.Sums), context)];
            if (stopping.Look(round, round == rounds, losses)) break;
        }
        counter.Complete();
        var best = stopping.BestRound is > 0 and var b ? b : (int?)null;
        var kept = Math.Min(run.Trees.Count, (best ?? rounds) * objective.Outputs);
        var ensemble = new BoostedEnsemble([.. run.Trees.Take(kept)], objective.Outputs, options.Kind == BoostingKind.RandomForest, objective.Link);
        return new BoostedFit(ensemble, objective.Name, best, run.Trees);
    }
}
