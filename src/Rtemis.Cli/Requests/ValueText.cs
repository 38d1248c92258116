using System.Globalization;
using System.Text.Json.Nodes;

namespace Rtemis.Cli.Requests;

/// <summary>
/// Values as one types them: <c>true</c>, <c>false</c> and <c>null</c> (R's capitals, too), numbers, several of them with commas in between, anything else text; quotes make
/// a text of what looks otherwise. A value that begins with <c>[</c> or <c>{</c> is JSON.
/// </summary>
static class ValueText
{
    const char Separator = ',';

    /// <summary>Splits <c>NAME=VALUE</c>.</summary>
    /// <exception cref="UsageException">There is no name or no equals sign.</exception>
    public static (string Name, string Value) Pair(string option, string text)
    {
        var at = text.IndexOf('=', StringComparison.Ordinal);
        return at > 0 ? (text[..at].Trim(), text[(at + 1)..].Trim()) : throw new UsageException($"{option} '{text}': must be NAME=VALUE.");
    }

    /// <summary>One value, or a list where there are commas.</summary>
    /// <exception cref="UsageException">It begins as JSON and is none.</exception>
    public static JsonNode? Value(string option, string text)
    {
        if (text.StartsWith('[') || text.StartsWith('{')) return Json(option, text);
        var parts = text.Split(Separator);
        return parts.Length == 1 ? Scalar(text) : new JsonArray([.. parts.Select(p => Scalar(p.Trim()))]);
    }

    /// <summary>The values between commas.</summary>
    /// <exception cref="UsageException">It begins as JSON and is no list.</exception>
    public static JsonNode?[] Values(string option, string text) => text.StartsWith('[')
        ? Json(option, text) is JsonArray list ? [.. list] : throw new UsageException($"{option} '{text}': must be a list.")
        : [.. text.Split(Separator).Select(p => Scalar(p.Trim()))];

    static JsonNode? Json(string option, string text)
    {
        try
        {
            return JsonNode.Parse(text);
        }
        catch (System.Text.Json.JsonException e)
        {
            throw new UsageException($"{option} '{text}': begins as JSON, but is none: {e.Message}");
        }
    }

    static JsonValue? Scalar(string text) => text switch
    {
        "true" or "TRUE" => JsonValue.Create(true),
        "false" or "FALSE" => JsonValue.Create(false),
        "null" or "NULL" => null,
        ['"', .. var inner, '"'] => JsonValue.Create(inner),
        _ when int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) => JsonValue.Create(whole),
        _ when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) => JsonValue.Create(number),
        _ => JsonValue.Create(text),
    };
}
