namespace Rtemis.Protocol.Messages;

/// <summary>Parameters of the methods that tell of an engine as a whole.</summary>
/// <param name="Engine">The engine that is asked about; null for the default one.</param>
public sealed record EngineParams(string? Engine);
