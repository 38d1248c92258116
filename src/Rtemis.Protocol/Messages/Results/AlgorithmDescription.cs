namespace Rtemis.Protocol.Messages;

/// <summary>Result of the methods that describe an algorithm.</summary>
/// <param name="Name">The canonical name.</param>
/// <param name="Description">The long name.</param>
/// <param name="Hyperparameters">The parameters, in order.</param>
public sealed record AlgorithmDescription(string Name, string Description, IReadOnlyList<ParameterInfo> Hyperparameters);
