namespace Rtemis.Protocol.Messages;

/// <summary>The fields of <c>train</c>, <c>decomp</c> and <c>cluster</c> that the server itself reads; the engine reads the rest.</summary>
/// <param name="DataHandle">The table.</param>
/// <param name="Algorithm">The algorithm.</param>
/// <param name="Engine">The engine that is to run it; null is the server's default.</param>
public sealed record JobSubmission(string? DataHandle, string? Algorithm, string? Engine);
