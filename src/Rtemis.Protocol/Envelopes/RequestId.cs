using System.Text.Json;

namespace Rtemis.Protocol;

/// <summary>What a client calls its request: a string or a number, given back letter for letter, or null.</summary>
/// <param name="Json">The id's JSON; empty for null.</param>
public readonly record struct RequestId(ReadOnlyMemory<byte> Json)
{
    /// <summary>No id.</summary>
    public static RequestId Null => default;

    /// <summary>An id of a client of ours.</summary>
    public static RequestId Of(long number) => new(JsonSerializer.SerializeToUtf8Bytes(number, ProtocolJson.Default.Int64));

    internal void Write(Utf8JsonWriter writer)
    {
        writer.WritePropertyName("id"u8);
        if (Json.IsEmpty) writer.WriteNullValue();
        else writer.WriteRawValue(Json.Span, skipInputValidation: true);
    }
}
