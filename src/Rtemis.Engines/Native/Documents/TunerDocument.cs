using System.Text.Json.Nodes;
using Rtemis.Engines.Native.Requests;
using Rtemis.Learning.Metrics;
using Rtemis.Learning.Parameters;
using Rtemis.Learning.Tuning;

namespace Rtemis.Engines.Native.Documents;

/// <summary>Searches for hyperparameters in result documents.</summary>
static class TunerDocument
{
    const string Type = "GridSearch";

    /// <summary>The <c>tuner</c> of the summary: what was searched, how, and what came of it.</summary>
    public static JsonObject Summary(TrainRequest request, TuningResult tuning)
    {
        var results = Results(tuning);
        return new JsonObject
        {
            [".class"] = Type,
            ["type"] = Type,
            ["hyperparameters"] = HyperparameterDocument.Summary(request, resampled: false),
            ["tuner_config"] = Config(tuning.Config),
            ["tuning_results"] = results,
            ["best_hyperparameters"] = Values(tuning.Best),
            ["best_variant"] = null,
        };
    }

    /// <summary>The <c>tuner_config</c> of the summary: the options twice, in a block and flat.</summary>
    public static JsonObject Config(GridSearchConfig config)
    {
        var document = new JsonObject { [".class"] = config.Values.Set.ClassName, ["type"] = Type, ["config"] = Options(config) };
        JsonShape.Append(document, Options(config));
        return document;
    }

    /// <summary>The <c>tuner_config</c> of the run record, as requested.</summary>
    public static JsonObject Recorded(GridSearchConfig config)
    {
        var block = new JsonObject { ["resampler_config"] = ResamplerDocument.Recorded(config.Resampler) };
        JsonShape.Append(block, ParameterDocuments.Recorded(config.Values));
        return new JsonObject { ["type"] = Type, ["config"] = block };
    }

    /// <summary>The <c>tuning</c> of a model in the run record.</summary>
    public static JsonObject Fold(TuningResult tuning)
    {
        var document = Results(tuning);
        document["best"] = Values(tuning.Best);
        return document;
    }

    static JsonObject Options(GridSearchConfig config)
    {
        var options = new JsonObject { ["resampler_config"] = ResamplerDocument.Config(config.Resampler.Values, config.Resampler.Type.ToString()) };
        JsonShape.Append(options, ParameterDocuments.Fields(config.Values));
        return options;
    }

    static JsonObject Results(TuningResult tuning) => new()
    {
        ["param_grid"] = new JsonArray([.. Enumerable.Range(0, tuning.Grid.Rows.Count).Select(row => Numbered(row, Values(tuning.Grid.Values(row))))]),
        ["training"] = Metrics(tuning.Training),
        ["validation"] = Metrics(tuning.Validation),
    };

    static JsonArray Metrics(IReadOnlyList<MetricRow> rows) => new([.. rows.Select((row, i) => Numbered(i, MetricsDocument.Row(row)))]);

    static JsonObject Numbered(int row, JsonObject members)
    {
        var document = new JsonObject { ["param_combo_id"] = row + 1 };
        JsonShape.Append(document, members);
        return document;
    }

    static JsonObject Values(IEnumerable<KeyValuePair<string, ParameterValue>> values) =>
        new(values.Select(v => KeyValuePair.Create(v.Key, ParameterJson.Write(v.Value))));
}
