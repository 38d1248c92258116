using Rtemis.Data;
using Rtemis.Learning.Data;
using Rtemis.Learning.Running;

namespace Rtemis.Learning.Training;

/// <summary>Carries out supervised runs: the table's last column is the outcome, the others are features.</summary>
public static class Trainer
{
    /// <summary>Carries out a plan.</summary>
    /// <param name="plan">What is asked for.</param>
    /// <param name="table">The cases.</param>
    /// <param name="context">The run.</param>
    /// <exception cref="LearningException">The data or the options don't allow it.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static TrainingResult Train(TrainingPlan plan, Table table, RunContext context)
    {
        if (table.Columns.Count == 0) throw new LearningException("rtemis_dim_error", "Data must contain at least 1 feature and 1 outcome column.");
        ReadOnlyMemory<double>? weights = null;
        if (plan.WeightsColumn is { } name) (table, weights) = CaseWeights.Take(table, name);
        if (plan.PositiveClass is { } positive) table = WithOutcome(table, PositiveClass.Place(table.Columns[^1], positive));
        var data = ToData(table, plan.Resampling?.IdColumn, weights);
        DataCheck.Run(data, allowsMissing: true, context);

        context.Say("▶");
        var root = context.Begin("train", $"{plan.Learner.Algorithm} {data.Task}");
        Announce(plan, data, root.Context);
        var size = ObjectSize.Text([.. data.Features, data.Outcome]);
        root.Context.Say(
            $"Shared memory (auto): not sharing training data ({size}) -- this run transfers nothing to workers.", "report_shared_memory");
        TrainingResult result = plan.Resampling is null
            ? new SupervisedResult(data, ModelFit.Run(plan, data, null, root.Context))
            : OuterResamplingRun.Run(plan, table, data, root.Context);
        root.Complete();
        context.Say(ElapsedText.Done(context.Timeline.Elapsed));
        return result;
    }

    /// <summary>Says what is learned from, and how workers are handed out.</summary>
    internal static void Announce(TrainingPlan plan, SupervisedData data, RunContext context)
    {
        context.Say($"Training set: {data.Rows} cases x {data.Features.Count} features.", "summarize_supervised");
        var workers = plan.Workers;
        if (plan is { Search: not null, Resampling: not null, Learner.TakesWorkers: false }) context.Say("Tuning parallelization enabled.", "get_n_workers");
        context.Say(
            $"// Max workers: {workers.Total} {{ Algorithm: {workers.Algorithm}; Tuning: {workers.Tuning}; Outer Resampling: {workers.Resampling} }}",
            "get_n_workers");
    }

    static SupervisedData ToData(Table table, string? idColumn, ReadOnlyMemory<double>? weights) =>
        new([.. table.Columns.SkipLast(1).Where(c => c.Name != idColumn)], table.Columns[^1], weights);

    static Table WithOutcome(Table table, Column outcome) => table.WithColumns([.. table.Columns.SkipLast(1), outcome]);
}
