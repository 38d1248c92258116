using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Rtemis.Protocol;

/// <summary>Writes the four kinds of header. Each returns the frame up to its payload.</summary>
public static class Envelope
{
    static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>A request.</summary>
    public static byte[] Request<T>(RequestId id, string method, T parameters, JsonTypeInfo<T> type, PayloadInfo? payload = null) =>
        Compose(payload, (id, method, parameters, type), static (writer, request) =>
        {
            request.id.Write(writer);
            writer.WriteString("method"u8, request.method);
            writer.WritePropertyName("params"u8);
            JsonSerializer.Serialize(writer, request.parameters, request.type);
        });

    /// <summary>A response to a request that succeeded.</summary>
    public static byte[] Result<T>(RequestId id, T result, JsonTypeInfo<T> type, PayloadInfo? payload = null) =>
        Compose(payload, (id, result, type), static (writer, response) =>
        {
            response.id.Write(writer);
            writer.WriteBoolean("ok"u8, true);
            writer.WritePropertyName("result"u8);
            JsonSerializer.Serialize(writer, response.result, response.type);
        });

    /// <summary>A response whose result is JSON already.</summary>
    public static byte[] RawResult(RequestId id, ReadOnlyMemory<byte> json, PayloadInfo? payload = null) =>
        Compose(payload, (id, json), static (writer, response) =>
        {
            response.id.Write(writer);
            writer.WriteBoolean("ok"u8, true);
            writer.WritePropertyName("result"u8);
            writer.WriteRawValue(response.json.Span, skipInputValidation: true);
        });

    /// <summary>A response to a request that failed.</summary>
    public static byte[] Error(RequestId id, ErrorBody error) =>
        Compose(null, (id, error), static (writer, response) =>
        {
            response.id.Write(writer);
            writer.WriteBoolean("ok"u8, false);
            writer.WritePropertyName("error"u8);
            JsonSerializer.Serialize(writer, response.error, ProtocolJson.Default.ErrorBody);
        });

    /// <summary>An event; <paramref name="seq"/> is its number in its session, or null for one that is not kept.</summary>
    public static byte[] Event<T>(string name, T data, JsonTypeInfo<T> type, long? seq = null) =>
        Compose(null, (name, data, type, seq), static (writer, @event) =>
        {
            writer.WriteString("event"u8, @event.name);
            if (@event.seq is { } number) writer.WriteNumber("seq"u8, number);
            writer.WritePropertyName("data"u8);
            JsonSerializer.Serialize(writer, @event.data, @event.type);
        });

    /// <summary>An event whose data is JSON already.</summary>
    public static byte[] RawEvent(string name, ReadOnlyMemory<byte> json, long? seq = null) =>
        Compose(null, (name, json, seq), static (writer, @event) =>
        {
            writer.WriteString("event"u8, @event.name);
            if (@event.seq is { } number) writer.WriteNumber("seq"u8, number);
            writer.WritePropertyName("data"u8);
            writer.WriteRawValue(@event.json.Span, skipInputValidation: true);
        });

    static byte[] Compose<T>(PayloadInfo? payload, T parts, Action<Utf8JsonWriter, T> write)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using (var writer = new Utf8JsonWriter(buffer, Options))
        {
            writer.WriteStartObject();
            writer.WriteNumber("v"u8, ProtocolLimits.Version);
            write(writer, parts);
            if (payload is { } info)
            {
                writer.WriteStartObject("payload"u8);
                writer.WriteString("format"u8, info.Format);
                writer.WriteNumber("bytes"u8, info.Bytes);
                writer.WriteEndObject();
            }
            writer.WriteEndObject();
        }
        return FrameWriter.Prefix(buffer.WrittenSpan);
    }
}
