using System.Text.Json.Nodes;

namespace Rtemis.Engines.R;

/// <summary>A request that rtemis has checked.</summary>
sealed record RRequest(JobType Type, string Algorithm, string? Question, JsonObject Parameters) : JobRequest(Type, Algorithm, Question, Parameters);
