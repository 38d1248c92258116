using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Rtemis.Protocol;

namespace Rtemis.Server.Dispatch;

/// <summary>Reads a request's parameters and words what is wrong with them.</summary>
static class Params
{
    const int LongestName = 1000;

    /// <summary>The parameters; none given is the same as an empty object.</summary>
    /// <exception cref="ProtocolException">They are no object, or a field has the wrong type.</exception>
    public static T Read<T>(ReadOnlyMemory<byte> json, JsonTypeInfo<T> type)
    {
        if (json.IsEmpty) json = "{}"u8.ToArray();
        if (json.Span[0] != (byte)'{') throw new ProtocolException(ErrorCodes.InvalidParams, $"`params` must be an object (got {Shown.Json(json.Span)}).");
        try
        {
            return JsonSerializer.Deserialize(json.Span, type)!;
        }
        catch (JsonException e)
        {
            throw new ProtocolException(ErrorCodes.InvalidParams, WrongType(json, e.Path), e);
        }
    }

    /// <summary>A parameter that must be there.</summary>
    /// <exception cref="ProtocolException">It is missing, or an empty string.</exception>
    public static string Required(string? value, string name) =>
        string.IsNullOrEmpty(value) ? throw new ProtocolException(ErrorCodes.InvalidParams, $"`{name}` is required.") : value;

    /// <summary>A table's name that must be there. All names of a session fit one header.</summary>
    /// <exception cref="ProtocolException">It is missing, empty or very long.</exception>
    public static string TableName(string? value) => Required(value, "name") is { Length: <= LongestName } name
        ? name
        : throw new ProtocolException(ErrorCodes.InvalidParams, $"`name` must have at most {LongestName} characters (got {Shown.Json(value!)}).");

    static string WrongType(ReadOnlyMemory<byte> json, string? path)
    {
        var name = path?.Split('.', '[').ElementAtOrDefault(1) ?? "params";
        using var document = JsonDocument.Parse(json);
        return document.RootElement.TryGetProperty(name, out var value)
            ? $"`{name}` has a value of the wrong type (got {Shown.Json(value.GetRawText())})."
            : $"`{name}` has a value of the wrong type.";
    }
}
