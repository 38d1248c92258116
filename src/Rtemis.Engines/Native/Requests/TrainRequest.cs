using System.Text.Json.Nodes;
using Rtemis.Engines.Native.Algorithms;
using Rtemis.Learning.Parameters;
using Rtemis.Learning.Training;

namespace Rtemis.Engines.Native.Requests;

/// <summary>A supervised job.</summary>
/// <param name="Learner">The algorithm.</param>
/// <param name="Hyperparameters">Its options.</param>
/// <param name="Resampling">How cases are held out, or null.</param>
/// <param name="Execution">How the run is to be carried out.</param>
/// <param name="Weights">The column of case weights, or null.</param>
/// <param name="PositiveClass">The class that is to be the positive one, or null.</param>
/// <param name="Question">The question that the person wants answered, or null.</param>
/// <param name="Verbosity">0 for a silent run.</param>
/// <param name="Parameters">The request as JSON.</param>
sealed record TrainRequest(
    SupervisedAlgorithm Learner, ParameterValues Hyperparameters, OuterResampling? Resampling, ParameterValues Execution, string? Weights,
    string? PositiveClass, string? Question, int Verbosity, JsonObject Parameters) : JobRequest(JobType.Train, Learner.Name, Question, Parameters)
{
    /// <summary>How workers are told to be handed out: as asked for one by one, or by rtemis's ladder.</summary>
    public WorkerShare Workers
    {
        get
        {
            var total = Execution.Integer("n_workers");
            var algorithm = Execution.IntegerOrNull("n_workers_algorithm");
            var tuning = Execution.IntegerOrNull("n_workers_tuning");
            var outer = Execution.IntegerOrNull("n_workers_outer");
            return (algorithm ?? tuning ?? outer) is null
                ? WorkerShare.Assign(total, Resampling is not null)
                : new WorkerShare(total, algorithm ?? 1, tuning ?? 1, outer ?? 1);
        }
    }

    // Resamples without a seed of their own are drawn from here: the master seed itself begins the first fold's numbers.
    /// <inheritdoc/>
    public override uint Seed => unchecked((uint)Execution.Integer("seed") + 1);

    /// <summary>The run that is asked for.</summary>
    public TrainingPlan Plan => new()
    {
        Learner = Learner.Create(Hyperparameters),
        InverseFrequencyWeights = Hyperparameters.Logical("ifw"),
        PositiveClass = PositiveClass,
        WeightsColumn = Weights,
        Resampling = Resampling,
        OnFailure = Execution.Text("on_error") == "continue" ? FailurePolicy.Continue : FailurePolicy.Stop,
        Seed = (uint)Execution.Integer("seed"),
        Workers = Workers,
    };
}
