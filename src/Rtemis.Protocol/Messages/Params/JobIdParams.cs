namespace Rtemis.Protocol.Messages;

/// <summary>Parameters of the methods that take a job.</summary>
/// <param name="JobId">The job.</param>
public sealed record JobIdParams(string? JobId);
