using Rtemis.Learning.Data;
using Rtemis.Learning.Running;
using Rtemis.Learning.Supervised;

namespace Rtemis.Learning.Training;

/// <summary>Training runs inside of a run.</summary>
/// <param name="seed">The master seed: the fits of searches draw their numbers from it.</param>
/// <param name="onFailure">What is done when a fit of a search fails.</param>
/// <param name="workers">The number of workers that is told to be there.</param>
public sealed class InnerTraining(uint seed, FailurePolicy onFailure, int workers) : IInnerTraining
{
    // As in rtemis, what a run inside of a run says is marked with the name of its function.
    const string Stage = "train";

    /// <summary>That of a learner that is used alone.</summary>
    public static InnerTraining Alone { get; } = new(0, FailurePolicy.Continue, 1);

    /// <inheritdoc/>
    public ISupervisedModel Train(ConfiguredAlgorithm algorithm, SupervisedData data, SupervisedData? held, RunContext context)
    {
        var started = context.Timeline.Elapsed;
        DataCheck.Run(data, allowsMissing: true, context);
        context.Say("▶", Stage);
        var plan = TrainingPlan.Of(algorithm);
        plan = plan with
        {
            OnFailure = onFailure,
            Seed = seed,
            Workers = WorkerShare.Assign(workers, plan.Learner.TakesWorkers, algorithm.Hyperparameters.NeedSearch, resampled: false),
            Stage = Stage,
        };
        Trainer.Announce(plan, data, context);
        var fit = ModelFit.Run(plan, data, held, context, isValidation: true);
        context.Say(ElapsedText.Done(context.Timeline.Elapsed - started), Stage);
        return fit.Model.Model;
    }

    internal static InnerTraining Of(TrainingPlan plan) => new(plan.Seed, plan.OnFailure, plan.Workers.Total);
}
