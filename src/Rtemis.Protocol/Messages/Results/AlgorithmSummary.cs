using System.Text.Json.Serialization;

namespace Rtemis.Protocol.Messages;

/// <summary>An algorithm in a list. Fields that its kind does not have are left out.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Description">Its long name.</param>
/// <param name="SupportsClassification">Whether it takes a factor as outcome.</param>
/// <param name="SupportsRegression">Whether it takes numbers as outcome.</param>
/// <param name="SupportsSurvival">Whether it takes survival outcomes.</param>
/// <param name="Applicable">Whether a decomposition can be applied to new data.</param>
public sealed record AlgorithmSummary(
    string Name,
    string Description,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] bool? SupportsClassification,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] bool? SupportsRegression,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] bool? SupportsSurvival,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] bool? Applicable);
