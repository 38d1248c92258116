using System.Text.Json;

namespace Rtemis.Protocol;

/// <summary>A request's header, read. Its parts are slices of the frame.</summary>
/// <param name="Id">The client's id for it.</param>
/// <param name="Method">The method's name, or null where it is missing or no string.</param>
/// <param name="Params">The JSON of <c>params</c>; empty where it is missing or null.</param>
public readonly record struct Request(RequestId Id, string? Method, ReadOnlyMemory<byte> Params)
{
    /// <summary>Reads a header that a <see cref="FrameReader"/> has accepted. Of a name that is given twice the last value counts, as everywhere.</summary>
    /// <param name="header">The header.</param>
    /// <param name="methods">The names that are expected: those take no new string.</param>
    public static Request Read(ReadOnlyMemory<byte> header, NameTable? methods = null)
    {
        var request = default(Request);
        var reader = new Utf8JsonReader(header.Span);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject) return request;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.ValueTextEquals("id"u8) ? Part.Id
                : reader.ValueTextEquals("method"u8) ? Part.Method
                : reader.ValueTextEquals("params"u8) ? Part.Params
                : Part.Other;
            reader.Read();
            var start = (int)reader.TokenStartIndex;
            var token = reader.TokenType;
            if (name == Part.Method) request = request with { Method = token == JsonTokenType.String ? MethodName(ref reader, methods) : null };
            reader.Skip();
            var json = header[start..(int)reader.BytesConsumed];
            if (name == Part.Id) request = request with { Id = token is JsonTokenType.String or JsonTokenType.Number ? new RequestId(json) : RequestId.Null };
            if (name == Part.Params) request = request with { Params = token == JsonTokenType.Null ? default : json };
        }
        return request;
    }

    static string? MethodName(ref Utf8JsonReader reader, NameTable? methods) =>
        reader.ValueIsEscaped ? reader.GetString() : methods?.Find(reader.ValueSpan) ?? reader.GetString();

    enum Part
    {
        Id,
        Method,
        Params,
        Other,
    }
}
