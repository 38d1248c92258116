using System.Text.Json;

namespace Rtemis.Protocol.Messages;

/// <summary>Result of <c>job.request</c>: how the job was submitted.</summary>
/// <param name="Method"><c>train</c>, <c>decomp</c> or <c>cluster</c>.</param>
/// <param name="Params">The parameters as the client sent them.</param>
public sealed record JobRequestResult(string Method, JsonElement Params);
