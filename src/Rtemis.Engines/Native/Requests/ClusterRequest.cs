using System.Text.Json.Nodes;
using Rtemis.Engines.Native.Algorithms;
using Rtemis.Learning.Parameters;

namespace Rtemis.Engines.Native.Requests;

/// <summary>A clustering job.</summary>
/// <param name="Clusterer">The algorithm.</param>
/// <param name="Config">Its options.</param>
/// <param name="Columns">The columns that the request takes from the data, in that order; null for all.</param>
/// <param name="Question">The question that the person wants answered, or null.</param>
/// <param name="Parameters">The request as JSON.</param>
sealed record ClusterRequest(
    ClusteringAlgorithm Clusterer, ParameterValues Config, IReadOnlyList<string>? Columns, string? Question, JsonObject Parameters)
    : JobRequest(JobType.Cluster, Clusterer.Name, Question, Parameters);
