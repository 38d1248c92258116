using System.Buffers;

namespace Rtemis.Protocol;

/// <summary>One frame: a JSON header and, where the header announces one, a payload. Both are slices of the buffer that was read.</summary>
/// <param name="Header">The header's UTF-8 JSON: valid, an object or an array, every string of it well formed.</param>
/// <param name="HasPayload">Whether the header has a payload, which may be empty.</param>
/// <param name="Payload">The payload's bytes.</param>
public readonly record struct Frame(ReadOnlyMemory<byte> Header, bool HasPayload, ReadOnlySequence<byte> Payload);
