using System.Text.Json.Nodes;
using Rtemis.Engines.Native.Algorithms;
using Rtemis.Learning.Parameters;

namespace Rtemis.Engines.Native.Requests;

/// <summary>A decomposition job.</summary>
/// <param name="Decomposer">The algorithm.</param>
/// <param name="Config">Its options, <c>features</c> among them.</param>
/// <param name="Columns">The columns that the request takes from the data, in that order; null for all.</param>
/// <param name="Question">The question that the person wants answered, or null.</param>
/// <param name="Parameters">The request as JSON.</param>
sealed record DecomposeRequest(
    DecompositionAlgorithm Decomposer, ParameterValues Config, IReadOnlyList<string>? Columns, string? Question, JsonObject Parameters)
    : JobRequest(JobType.Decompose, Decomposer.Name, Question, Parameters);
