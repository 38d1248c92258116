using System.Text.Json;
using Rtemis.Learning.Parameters;

namespace Rtemis.Engines.R;

/// <summary>Reads the catalogue as the R daemon tells it.</summary>
static class RCatalog
{
    public static EngineCatalog Read(JsonElement told) => new(
        [.. Items(told, "algorithms").Select(a => new AlgorithmEntry(
            Text(a, "name"), Text(a, "description"), Truth(a, "supports_classification"), Truth(a, "supports_regression"), Truth(a, "supports_survival"),
            Parameters(a, "hyperparameters")))],
        [.. Items(told, "decompositions").Select(d => new DecompositionEntry(
            Text(d, "name"), Text(d, "description"), Truth(d, "applicable"), Parameters(d, "hyperparameters")))],
        [.. Items(told, "clusterings").Select(c => new ClusteringEntry(Text(c, "name"), Text(c, "description"), Parameters(c, "hyperparameters")))],
        Parameters(told, "resampler"),
        Parameters(told, "preprocessor"));

    static ParameterDescription[] Parameters(JsonElement owner, string member) => [.. Items(owner, member).Select(p =>
        new ParameterDescription(Text(p, "name"), Text(p, "type"), Default(p), Truth(p, "tunable"), Choices(p))
        {
            ValueType = OptionalText(p, "value_type"),
            Minimum = Number(p, "minimum"),
            ExclusiveMinimum = Number(p, "exclusive_minimum"),
            Maximum = Number(p, "maximum"),
            ExclusiveMaximum = Number(p, "exclusive_maximum"),
            Nullable = Truth(p, "nullable"),
            Vector = Truth(p, "vector"),
            Help = OptionalText(p, "help"),
        })];

    static ParameterValue Default(JsonElement parameter) =>
        parameter.TryGetProperty("default", out var value) ? ParameterJson.Read(value) : ParameterValue.Null;

    static List<string>? Choices(JsonElement parameter) =>
        parameter.TryGetProperty("choices", out var choices) && choices.ValueKind == JsonValueKind.Array
            ? [.. choices.EnumerateArray().Select(c => c.ToString())]
            : null;

    static JsonElement.ArrayEnumerator Items(JsonElement owner, string member) =>
        owner.TryGetProperty(member, out var items) && items.ValueKind == JsonValueKind.Array ? items.EnumerateArray() : default;

    static string Text(JsonElement owner, string member) => OptionalText(owner, member) ?? "";

    static string? OptionalText(JsonElement owner, string member) =>
        owner.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    static bool Truth(JsonElement owner, string member) => owner.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.True;

    static double? Number(JsonElement owner, string member) =>
        owner.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetDouble() : null;
}
