using System.Text.Json;

namespace Rtemis.Client;

/// <summary>An answer that was not an error.</summary>
/// <param name="Result">The result.</param>
/// <param name="Payload">The bytes that came with it, or null.</param>
public sealed record Response(JsonElement Result, ReadOnlyMemory<byte>? Payload);
