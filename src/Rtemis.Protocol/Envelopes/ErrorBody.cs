using System.Text.Json;
using System.Text.Json.Serialization;

namespace Rtemis.Protocol;

/// <summary>What went wrong.</summary>
/// <param name="Code">One of <see cref="ErrorCodes"/>.</param>
/// <param name="Message">What was wrong and with which value, for a person.</param>
/// <param name="Details">More for a program, or null.</param>
public sealed record ErrorBody(
    string Code, string Message, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] JsonElement? Details = null);
