using System.Text.Json.Nodes;
using Rtemis.Engines.Native.Algorithms;
using Rtemis.Learning.Parameters;

namespace Rtemis.Engines.Native.Requests;

/// <summary>A supervised job.</summary>
/// <param name="Learner">The algorithm.</param>
/// <param name="Hyperparameters">Its options.</param>
/// <param name="Execution">How the run is to be carried out.</param>
/// <param name="Weights">The column of case weights, or null.</param>
/// <param name="PositiveClass">The class that is to be the positive one, or null.</param>
/// <param name="Question">The question that the person wants answered, or null.</param>
/// <param name="Verbosity">0 for a silent run.</param>
/// <param name="Parameters">The request as JSON.</param>
sealed record TrainRequest(
    SupervisedAlgorithm Learner, ParameterValues Hyperparameters, ParameterValues Execution, string? Weights, string? PositiveClass,
    string? Question, int Verbosity, JsonObject Parameters) : JobRequest(JobType.Train, Learner.Name, Question, Parameters);
