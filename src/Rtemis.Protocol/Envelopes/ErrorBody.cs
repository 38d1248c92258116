using System.Text.Json;
using System.Text.Json.Serialization;

namespace Rtemis.Protocol;

/// <summary>What went wrong.</summary>
/// <param name="Code">One of <see cref="ErrorCodes"/>.</param>
/// <param name="Message">What was wrong and with which value, for a person.</param>
/// <param name="Details">More for a program, or null.</param>
public sealed record ErrorBody(
    string Code, string Message, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] JsonElement? Details = null)
{
    /// <summary>What was wrong and with which value, for a person; the beginning of it where it is very long, so that every header holds it.</summary>
    public string Message { get; init; } = Beginning(Message);

    static string Beginning(string text)
    {
        if (text is not { Length: > ProtocolLimits.ErrorMessage }) return text;
        // A character of two halves is not cut.
        var length = char.IsHighSurrogate(text[ProtocolLimits.ErrorMessage - 1]) ? ProtocolLimits.ErrorMessage - 1 : ProtocolLimits.ErrorMessage;
        return text[..length] + "...";
    }
}
