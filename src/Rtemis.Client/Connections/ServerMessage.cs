using System.Buffers;
using System.Text.Json;
using Rtemis.Protocol;

namespace Rtemis.Client;

/// <summary>What a server says: an event, or the answer to a request of ours.</summary>
abstract record ServerMessage
{
    public sealed record Told(ServerEvent Event) : ServerMessage;

    public sealed record Answered(long Id, Response Response) : ServerMessage;

    public sealed record Refused(long Id, ErrorBody Error) : ServerMessage;

    /// <summary>Reads a frame; null for an answer to no request of ours.</summary>
    /// <exception cref="MalformedFrameException">The header is none of a server's.</exception>
    public static ServerMessage? Read(Frame frame)
    {
        try
        {
            using var document = JsonDocument.Parse(frame.Header);
            return Read(document.RootElement, frame);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new MalformedFrameException("its header is none of a server's.", e);
        }
    }

    static ServerMessage? Read(JsonElement header, Frame frame)
    {
        if (header.TryGetProperty("event", out var name))
        {
            var seq = header.TryGetProperty("seq", out var number) ? number.GetInt64() : (long?)null;
            return new Told(new ServerEvent(name.GetString()!, seq, header.GetProperty("data").Clone()));
        }
        var id = header.GetProperty("id");
        if (id.ValueKind != JsonValueKind.Number) return null;
        if (!header.GetProperty("ok").GetBoolean()) return new Refused(id.GetInt64(), header.GetProperty("error").Deserialize(ProtocolJson.Default.ErrorBody)!);
        // A null array would become memory of no bytes.
        ReadOnlyMemory<byte>? payload = frame.HasPayload ? BuffersExtensions.ToArray(frame.Payload) : default(ReadOnlyMemory<byte>?);
        return new Answered(id.GetInt64(), new Response(header.GetProperty("result").Clone(), payload));
    }
}
