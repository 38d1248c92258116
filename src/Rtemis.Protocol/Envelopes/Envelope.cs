using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Rtemis.Protocol;

/// <summary>Writes the four kinds of header. Each returns the frame up to its payload.</summary>
public static class Envelope
{
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
        Compose(payload, (id, result, type), WriteResult);

    /// <summary>The same without a payload, in a rented array: for answers that are sent once and not kept.</summary>
    public static RentedFrame RentResult<T>(RequestId id, T result, JsonTypeInfo<T> type) =>
        FrameWriter.Rent(HeaderComposer.Compose(null, (id, result, type), WriteResult));

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

    static byte[] Compose<T>(PayloadInfo? payload, T parts, Action<Utf8JsonWriter, T> write) =>
        FrameWriter.Prefix(HeaderComposer.Compose(payload, parts, write));

    static void WriteResult<T>(Utf8JsonWriter writer, (RequestId Id, T Result, JsonTypeInfo<T> Type) response)
    {
        response.Id.Write(writer);
        writer.WriteBoolean("ok"u8, true);
        writer.WritePropertyName("result"u8);
        JsonSerializer.Serialize(writer, response.Result, response.Type);
    }
}
