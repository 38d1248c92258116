using System.Text.Json;
using System.Text.Unicode;

namespace Rtemis.Protocol;

/// <summary>
/// One pass over a header's JSON that finds the payload's length and makes sure that whoever reads the header later meets valid JSON and strings
/// that are well formed.
/// </summary>
static class HeaderScan
{
    /// <summary>The announced length, or -1 when there is no payload. Of a name that is given twice the last value counts, as everywhere.</summary>
    /// <exception cref="MalformedFrameException">The header is no JSON, or its payload entry is not <c>{bytes, format}</c>.</exception>
    public static long PayloadLength(ReadOnlySpan<byte> header, int maxDepth)
    {
        if (!Utf8.IsValid(header)) throw new MalformedFrameException("header JSON is not valid UTF-8.");
        var length = -1L;
        var reader = new Utf8JsonReader(header, new JsonReaderOptions { MaxDepth = maxDepth });
        try
        {
            while (reader.Read())
            {
                CheckText(ref reader);
                if (reader is { TokenType: JsonTokenType.PropertyName, CurrentDepth: 1 } && reader.ValueTextEquals("payload"u8))
                    length = ReadPayload(ref reader);
            }
        }
        catch (JsonException e)
        {
            throw new MalformedFrameException($"header JSON could not be parsed: {e.Message}", e);
        }
        return length;
    }

    static long ReadPayload(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.Null) return -1;
        if (reader.TokenType != JsonTokenType.StartObject) throw BadPayload();
        long? bytes = null;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            CheckText(ref reader);
            var isBytes = reader.ValueTextEquals("bytes"u8);
            reader.Read();
            CheckText(ref reader);
            if (isBytes) bytes = reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out var n) && n >= 0 ? n : throw BadPayload();
            else reader.Skip();
        }
        return bytes ?? throw BadPayload();
    }

    // An escaped lone surrogate is valid JSON that no string can hold.
    static void CheckText(ref Utf8JsonReader reader)
    {
        if (!reader.ValueIsEscaped) return;
        try
        {
            reader.GetString();
        }
        catch (InvalidOperationException e)
        {
            throw new MalformedFrameException("header JSON has a string that is not valid Unicode.", e);
        }
    }

    static MalformedFrameException BadPayload() => new("header `payload` must be a `{bytes, format}` object.");
}
