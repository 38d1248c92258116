using System.Text.Json.Nodes;
using Rtemis.Data;
using Rtemis.Learning.Data;
using Rtemis.Learning.Parameters;
using Rtemis.Learning.Preprocessing;

namespace Rtemis.Engines.Native.Documents;

/// <summary>Preprocessing in result documents.</summary>
static class PreprocessorDocument
{
    // A header takes 1 MiB: what is told beside the rows is left some of it.
    const int MostBytesInSummary = 800_000;

    // The digits of a number with four decimals, and what stands around a cell.
    const int BytesOfCell = 12;

    // What rtemis's class has where its setup function has something else.
    static readonly Dictionary<string, ParameterValue> ClassDefaults = new() { ["impute_missRanger_params"] = ParameterValue.Null };

    /// <summary>The <c>preprocessor</c> of a single model's summary.</summary>
    /// <param name="fitted">The preprocessing.</param>
    /// <param name="features">What it made of the training features; they are told unless they are too many for the summary.</param>
    /// <param name="complete">Whether they are told however many they are.</param>
    public static JsonObject Summary(FittedPreprocessor fitted, IReadOnlyList<Column> features, bool complete = false) => new()
    {
        [".class"] = "Preprocessor",
        ["config"] = Config(fitted.Config),
        ["preprocessed"] = complete ? JsonCells.Rows(features) : Rows(features),
        ["values"] = new JsonObject
        {
            ["scale_centers"] = Numbers(fitted.Values.ScaleCenters),
            ["scale_coefficients"] = Numbers(fitted.Values.ScaleCoefficients),
            ["one_hot_levels"] = Levels(fitted.Values.OneHotLevels),
            ["factor2integer_levels"] = Levels(fitted.Values.IntegerLevels),
            ["remove_features"] = fitted.Values.RemovedFeatures is { } names ? JsonShape.Names(names) : null,
        },
    };

    // In the summary numbers have rtemis's four decimals: there they are looked at, and in full they would not fit.
    static JsonNode? Rows(IReadOnlyList<Column> features) => features.Sum(f => (long)f.Length * (f.Name.Length + BytesOfCell)) <= MostBytesInSummary
        ? JsonCells.Rows([.. features.Select(Round)])
        : JsonShape.Elsewhere("raw");

    static Column Round(Column column) =>
        column is DoubleColumn doubles ? new DoubleColumn(column.Name, Array.ConvertAll(NumericColumn.Numbers(doubles).ToArray(), v => Math.Round(v, 4))) : column;

    /// <summary>The options as requested, with rtemis's class for them.</summary>
    public static JsonObject Config(PreprocessorConfig config)
    {
        var document = new JsonObject { [".class"] = config.Values.Set.ClassName };
        JsonShape.Append(document, ParameterDocuments.Fields(config.Values));
        return document;
    }

    /// <summary>The block of the run record, as requested.</summary>
    public static JsonObject Recorded(PreprocessorConfig config) => ParameterDocuments.Recorded(config.Values, ClassDefaults);

    /// <summary>The block of a model in the run record: what was learned is in its place.</summary>
    public static JsonObject Recorded(FittedPreprocessor fitted)
    {
        var block = Recorded(fitted.Config);
        Learn(block, "factor2integer_levels", fitted.Config.Given.IntegerLevels, Levels(fitted.Values.IntegerLevels));
        Learn(block, "scale_centers", fitted.Config.Given.ScaleCenters, Named(fitted.Values.ScaleCenters));
        Learn(block, "scale_coefficients", fitted.Config.Given.ScaleCoefficients, Named(fitted.Values.ScaleCoefficients));
        Learn(block, "one_hot_levels", fitted.Config.Given.OneHotLevels, Levels(fitted.Values.OneHotLevels));
        return block;
    }

    static void Learn(JsonObject block, string name, object? given, JsonNode? learned)
    {
        if (given is not null || learned is null) return;
        block[name] = learned;
        block["origin"]![name] = "derived";
    }

    // A list of one is its only value, as in every document of R.
    static JsonNode? Numbers(IReadOnlyList<KeyValuePair<string, double>>? values) => values switch
    {
        null => null,
        [var only] => JsonCells.Scalar(only.Value),
        _ => JsonCells.List(values.Select(v => v.Value).ToArray()),
    };

    static JsonObject? Named(IReadOnlyList<KeyValuePair<string, double>>? values) =>
        values is null ? null : new JsonObject(values.Select(v => KeyValuePair.Create(v.Key, JsonCells.Scalar(v.Value))));

    static JsonObject? Levels(IReadOnlyList<KeyValuePair<string, IReadOnlyList<string>>>? levels) =>
        levels is null ? null : new JsonObject(levels.Select(l => KeyValuePair.Create(l.Key, (JsonNode?)JsonShape.Names(l.Value))));
}
