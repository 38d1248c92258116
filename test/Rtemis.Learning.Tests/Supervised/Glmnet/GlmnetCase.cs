using System.Text.Json;
using Rtemis.Data;
using Rtemis.Learning.Data;
using Rtemis.Learning.Parameters;
using Rtemis.Learning.Running;
using Rtemis.Learning.Supervised;
using Rtemis.Learning.Supervised.Glmnet;
using Rtemis.Learning.Tests.Golden;

namespace Rtemis.Learning.Tests.Supervised.Glmnet;

/// <summary>Options, cases and what R's glmnet made of them.</summary>
static class GlmnetCase
{
    public static JsonElement Find(string file, string name) =>
        GoldenData.Read("Glmnet", file).EnumerateArray().First(c => c.GetProperty("name").GetString() == name);

    public static TheoryData<string> Names(string file) =>
        [.. GoldenData.Read("Glmnet", file).EnumerateArray().Select(c => c.GetProperty("name").GetString()!)];

    public static GlmnetParameters Options(JsonElement recorded) => GlmnetParameters.From(GlmnetParameters.Set.Bind(
        recorded.GetProperty("options").EnumerateObject().Select(o => KeyValuePair.Create(o.Name, Value(o.Value)))));

    public static SupervisedData Data(JsonElement recorded)
    {
        var name = recorded.GetProperty("data").GetString()!;
        var table = name == "mtcars29" ? GoldenData.Table("mtcars").SelectRows([.. Enumerable.Range(0, 29)]) : GoldenData.Table(name);
        var data = Of(table);
        return recorded.GetProperty("weights") is { ValueKind: JsonValueKind.Array } weights ? data.WithWeights(GoldenData.Numbers(weights)) : data;
    }

    public static SupervisedData Of(Table table) => new([.. table.Columns.SkipLast(1)], table.Columns[^1]);

    /// <summary>Intercept and coefficients, class by class.</summary>
    public static double[][] Coefficients(ISupervisedModel model) => ((GlmnetModel)model).Coefficients;

    public static ISupervisedModel Fit(GlmnetParameters options, SupervisedData data, uint seed = 7, int threads = 2) =>
        new GlmnetLearner(options).Fit(data, new RunContext(threads: threads, seed: seed));

    static ParameterValue Value(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Array => new ParameterValue.Vector([.. json.EnumerateArray().Select(Value)]),
        JsonValueKind.True or JsonValueKind.False => new ParameterValue.Logical(json.GetBoolean()),
        _ => json.TryGetInt32(out var whole) ? new ParameterValue.Integer(whole) : new ParameterValue.Number(json.GetDouble()),
    };
}
