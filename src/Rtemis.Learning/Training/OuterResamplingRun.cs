using Rtemis.Data;
using Rtemis.Learning.Data;
using Rtemis.Learning.Metrics;
using Rtemis.Learning.Random;
using Rtemis.Learning.Running;
using Rtemis.Learning.Tuning;

namespace Rtemis.Learning.Training;

/// <summary>Fits a model a resample, one after the other, and tests each on the cases that it didn't see.</summary>
sealed class OuterResamplingRun
{
    readonly TrainingPlan _plan;
    readonly SupervisedData _data;
    readonly RunContext _context;
    readonly List<string> _warnings = [];

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
        var counter = _context.Count("Outer resamples", "outer_resampling", resamples.Count);
        var folds = new List<FoldResult>(resamples.Count);
        var random = new LEcuyerCmrg(_plan.Seed);
        for (var i = 0; i < resamples.Count; i++)
        {
            // A fold that draws more or less than another must not shift the numbers of those after it: each starts a stream of its own.
            if (i > 0) random = random.NextStream();
            if (Fold(resamples[i], $"{i + 1}/{resamples.Count}", random.Copy()) is { } fold) folds.Add(fold);
            counter.Advance();
        }
        counter.Complete();
        var (all, failed) = (resamples.Count, _warnings.Count);
        if (failed > 0 && failed < all) _warnings.Add($"{failed} of {all} outer folds failed; aggregating over {folds.Count} surviving folds.");
        foreach (var warning in _warnings) _context.Say($"! {warning}", level: TextLevel.Warn);
        if (failed == all) throw new LearningException("rtemis_runtime_error", $"All {all} outer folds failed.");
        return folds;
    }

    FoldResult? Fold(OuterResample resample, string label, RRandom random)
    {
        var scope = _context.Begin("outer_fold", label);
        try
        {
            var test = _data.SelectRows(resample.TestRows(_data.Rows));
            var fit = ModelFit.Run(_plan, _data.SelectRows(resample.TrainingRows), test, scope.Context.Quietly(random));
            scope.Complete();
            return new FoldResult(resample.Name, fit.Importance, fit.Training, fit.Test!) { Steps = fit.Steps };
        }
        catch (LearningException failure)
        {
            scope.Fail();
            var message = $"Outer fold {label} failed: {failure.Message}";
            if (_plan.OnFailure != FailurePolicy.Continue) throw new LearningException(failure.Condition, message, failure);
            _warnings.Add(message);
            return null;
        }
    }
}
