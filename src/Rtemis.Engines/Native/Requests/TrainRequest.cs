using System.Text.Json.Nodes;
using Rtemis.Engines.Native.Algorithms;
using Rtemis.Learning.Parameters;
using Rtemis.Learning.Preprocessing;
using Rtemis.Learning.Resampling;
using Rtemis.Learning.Supervised;
using Rtemis.Learning.Training;
using Rtemis.Learning.Tuning;

namespace Rtemis.Engines.Native.Requests;

/// <summary>A supervised job.</summary>
/// <param name="Learner">The algorithm.</param>
/// <param name="Hyperparameters">Its options, some of which may be searched for.</param>
/// <param name="Resampling">How cases are held out, or null.</param>
/// <param name="Execution">How the run is to be carried out.</param>
/// <param name="Weights">The column of case weights, or null.</param>
/// <param name="PositiveClass">The class that is to be the positive one, or null.</param>
/// <param name="Question">The question that the person wants answered, or null.</param>
/// <param name="Verbosity">0 for a silent run.</param>
/// <param name="Parameters">The request as JSON.</param>
sealed record TrainRequest(
    SupervisedAlgorithm Learner, ParameterValues Hyperparameters, ResamplerConfig? Resampling, ParameterValues Execution, string? Weights,
    string? PositiveClass, string? Question, int Verbosity, JsonObject Parameters) : JobRequest(JobType.Train, Learner.Name, Question, Parameters)
{
    /// <summary>What is done to features before each fit, or null.</summary>
    public PreprocessorConfig? Preprocessor { get; init; }

    /// <summary>The components that take the place of features in each fit, or null.</summary>
    public DecompositionStep? Decomposition { get; init; }

    /// <summary>How hyperparameters are searched, or null where the request doesn't say.</summary>
    public GridSearchConfig? Tuner { get; init; }

    /// <summary>The search that the hyperparameters call for, or null where all are settled.</summary>
    public GridSearchConfig? Search => Hyperparameters.NeedSearch ? Tuner ?? GridSearchConfig.Default : null;

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
                ? WorkerShare.Assign(total, Learner.TakesWorkers, Search is not null, Resampling is not null)
                : new WorkerShare(total, algorithm ?? 1, tuning ?? 1, outer ?? 1);
        }
    }

    // Resamples without a seed of their own are drawn from here: the master seed itself begins the first fold's numbers.
    /// <inheritdoc/>
    public override uint Seed => unchecked((uint)Execution.Integer("seed") + 1);

    /// <summary>The run that is asked for.</summary>
    public TrainingPlan Plan
    {
        get
        {
            var plan = TrainingPlan.Of(new ConfiguredAlgorithm(Hyperparameters, Learner.Create), Tuner);
            return plan with
            {
                Preprocessor = Preprocessor,
                Decomposition = Decomposition?.Plan,
                PositiveClass = PositiveClass,
                WeightsColumn = Weights,
                Resampling = Resampling is { } resampling ? Resampler.Plan(resampling) : null,
                OnFailure = Execution.Text("on_error") switch
                {
                    "continue" => FailurePolicy.Continue,
                    "stop_outer" => FailurePolicy.StopOuter,
                    _ => FailurePolicy.Stop,
                },
                Seed = (uint)Execution.Integer("seed"),
                Workers = Workers,
            };
        }
    }
}
