using System.Text.Json.Nodes;

namespace Rtemis.Engines.Requests;

/// <summary>A model that is to be applied to a table.</summary>
/// <param name="JobId">The job that trained it.</param>
/// <param name="Algorithm">Its algorithm.</param>
/// <param name="Question">The question that the person wants answered, or null.</param>
/// <param name="Parameters">The request as JSON.</param>
sealed record PredictRequest(string JobId, string Algorithm, string? Question, JsonObject Parameters)
    : JobRequest(JobType.Predict, Algorithm, Question, Parameters);
