namespace Rtemis.Protocol.Messages;

/// <summary>Result of <c>resampler.describe</c> and <c>preprocessor.describe</c>.</summary>
/// <param name="Parameters">The parameters, in order.</param>
public sealed record ParametersResult(IReadOnlyList<ParameterInfo> Parameters);
