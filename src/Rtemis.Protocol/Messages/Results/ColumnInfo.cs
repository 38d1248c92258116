using System.Text.Json;
using System.Text.Json.Serialization;

namespace Rtemis.Protocol.Messages;

/// <summary>A column in a description.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type"><c>factor</c>, <c>logical</c>, <c>integer</c>, <c>double</c>, <c>date</c> or <c>datetime</c>.</param>
/// <param name="NMissing">Missing cells.</param>
/// <param name="NUnique">Distinct values, missing ones not counted.</param>
/// <param name="Summary">Numbers: min, max, mean; factors: top; logical: n_true, n_false; else null.</param>
/// <param name="Distribution">
/// Left out unless asked for. Numbers, dates and times: breaks, counts; factors: levels, other; logicals and columns of nothing finite: JSON's null.
/// </param>
public sealed record ColumnInfo(
    string Name,
    string Type,
    int NMissing,
    int NUnique,
    JsonElement? Summary,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] JsonElement? Distribution = null);
