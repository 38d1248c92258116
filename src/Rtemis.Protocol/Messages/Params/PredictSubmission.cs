namespace Rtemis.Protocol.Messages;

/// <summary>The fields of <c>predict</c>.</summary>
/// <param name="JobId">The <c>train</c> job whose model is to be applied.</param>
/// <param name="DataHandle">The table that it is to be applied to.</param>
public sealed record PredictSubmission(string? JobId, string? DataHandle);
