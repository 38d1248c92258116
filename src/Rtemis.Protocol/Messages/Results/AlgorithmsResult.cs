namespace Rtemis.Protocol.Messages;

/// <summary>Result of the methods that list algorithms.</summary>
/// <param name="Algorithms">The algorithms.</param>
public sealed record AlgorithmsResult(IReadOnlyList<AlgorithmSummary> Algorithms);
