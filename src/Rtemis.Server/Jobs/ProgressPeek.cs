using System.Text.Json.Serialization;

namespace Rtemis.Server.Jobs;

/// <summary>What the server itself reads of a progress event.</summary>
sealed record ProgressPeek(string? Stage, string? Message, double? Fraction);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(ProgressPeek))]
sealed partial class JobJson : JsonSerializerContext;
