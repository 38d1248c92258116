using System.Text.Json;

namespace Rtemis.Protocol.Messages;

/// <summary>Parameters of <c>data.upload.begin</c>.</summary>
/// <param name="Name">The table's name.</param>
/// <param name="TotalBytes">The bytes of all chunks together.</param>
/// <param name="NChunks">The number of chunks.</param>
public sealed record UploadBeginParams(string? Name, JsonElement? TotalBytes, JsonElement? NChunks);
