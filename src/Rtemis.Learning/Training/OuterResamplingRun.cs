using Rtemis.Data;
using Rtemis.Learning.Data;
using Rtemis.Learning.Metrics;
using Rtemis.Learning.Random;
using Rtemis.Learning.Running;
using Rtemis.Learning.Tuning;

namespace Rtemis.Learning.Training;

/// <summary>Fits a model a resample, several at a time, and tests each on the cases that it didn't see.</summary>
sealed class OuterResamplingRun
{
    readonly TrainingPlan _plan;
    readonly SupervisedData _data;
    readonly RunContext _context;

    OuterResamplingRun(TrainingPlan plan, SupervisedData data, RunContext context)
    {
        _plan = plan;
        _data = data;
        _context = context;
    }

    /// <param name="plan">The run, which has resamples.</param>
    /// <param name="table">The cases with all columns that resamples may be drawn by.</param>
    /// <param name="data">The cases to learn from.</param>
    /// <param name="context">The run's root step.</param>
    /// <exception cref="LearningException">The data don't allow it, every resample failed, or one did and that ends the run.</exception>
    public static ResampledResult Run(TrainingPlan plan, Table table, SupervisedData data, RunContext context)
    {
        context.Say($"<> Training {plan.Learner.Algorithm} {data.Task} using {plan.Resampling!.Description}...");
        // The resamples say nothing: what all of them search is told once, here.
        if (plan.Search is not null) TuningAnnouncement.Tell(plan, data, context);
        var resamples = plan.Resampling.Draw(table, context);
        var folds = new OuterResamplingRun(plan, data, context).Fit(resamples.Resamples);
        context.Say("</> Outer resampling done.");
        var training = ResampledMetrics.Of([.. folds.Select(f => f.Training.Metrics)]);
        var test = ResampledMetrics.Of([.. folds.Select(f => f.Test.Metrics)]);
        return new ResampledResult(data, resamples, folds, training, test);
    }

    List<FoldResult> Fit(IReadOnlyList<OuterResample> resamples)
    {
        var all = resamples.Count;
        var counter = _context.Count("Outer resamples", "outer_resampling", all);
        // A fold that draws more or less than another must not shift the numbers of those after it: each starts a stream of its own.
        var random = LEcuyerCmrg.Streams(_plan.Seed, all);
        var folds = new FoldResult?[all];
        var failures = new LearningException?[all];
        var end = _context.ForInOrder(all, (i, context) =>
        {
            (folds[i], failures[i]) = Fold(resamples[i], $"{i + 1}/{all}", random[i], context);
            counter.Advance();
            return failures[i] is null || _plan.OnFailure == FailurePolicy.Continue;
        });
        if (end < all) throw Told(end, all, failures[end]!);
        counter.Complete();
        Warn(all, failures);
        return [.. folds.OfType<FoldResult>()];
    }

    (FoldResult?, LearningException?) Fold(OuterResample resample, string label, RRandom random, RunContext context)
    {
        var scope = context.Begin("outer_fold", label);
        try
        {
            var test = _data.SelectRows(resample.TestRows(_data.Rows), context);
            var fit = ModelFit.Run(_plan, _data.SelectRows(resample.TrainingRows, context), test, scope.Context.Quietly(random));
            scope.Complete();
            return (new FoldResult(resample.Name, fit.Importance, fit.Training, fit.Test!) { Steps = fit.Steps }, null);
        }
        catch (LearningException failure)
        {
            scope.Fail();
            return (null, failure);
        }
    }

    void Warn(int all, LearningException?[] failures)
    {
        var failed = failures.Count(f => f is not null);
        for (var i = 0; i < all; i++)
            if (failures[i] is { } failure) Say(Told(i, all, failure).Message);
        if (failed == all) throw new LearningException("rtemis_runtime_error", $"All {all} outer folds failed.");
        if (failed > 0) Say($"{failed} of {all} outer folds failed; aggregating over {all - failed} surviving folds.");

        void Say(string warning) => _context.Say($"! {warning}", level: TextLevel.Warn);
    }

    static LearningException Told(int fold, int all, LearningException failure) =>
        new(failure.Condition, $"Outer fold {fold + 1}/{all} failed: {failure.Message}", failure);
}
