using System.Text.Json;
using Rtemis.Data;
using Rtemis.Learning.Data;
using Rtemis.Learning.Parameters;
using Rtemis.Learning.Running;
using Rtemis.Learning.Supervised.Ranger;
using Rtemis.Learning.Tests.Golden;

namespace Rtemis.Learning.Tests.Supervised.Ranger;

/// <summary>Options, cases and what ranger 0.14.1 made of them.</summary>
static class RangerCase
{
    static readonly JsonElement File = GoldenData.Read("Forests", "ranger_options");

    public static TheoryData<string> Names => [.. File.GetProperty("cases").EnumerateArray().Select(c => c.GetProperty("name").GetString()!)];

    public static JsonElement Find(string name) => File.GetProperty("cases").EnumerateArray().First(c => c.GetProperty("name").GetString() == name);

    public static RangerParameters Options(JsonElement recorded) => Options(
        [.. recorded.GetProperty("options").EnumerateObject().Select(o => KeyValuePair.Create(o.Name, Value(o.Value)))]);

    public static RangerParameters Options(params KeyValuePair<string, ParameterValue>[] given) => RangerParameters.From(RangerParameters.Set.Bind(given));

    public static SupervisedData Data(JsonElement recorded)
    {
        var data = Data(recorded.GetProperty("data").GetString()!);
        return recorded.GetProperty("weights") is { ValueKind: JsonValueKind.Array } weights ? data.WithWeights(GoldenData.Numbers(weights)) : data;
    }

    public static SupervisedData Data(string name)
    {
        if (!File.GetProperty("tables").TryGetProperty(name, out var table))
        {
            var read = GoldenData.Table(name);
            return new SupervisedData([.. read.Columns.SkipLast(1)], read.Columns[^1]);
        }
        Column[] columns = [.. table.EnumerateObject().Select(c => Column(c.Name, c.Value))];
        return new SupervisedData(columns[..^1], columns[^1]);
    }

    public static RangerModel Fit(RangerParameters options, SupervisedData data, int threads = 2) =>
        new RangerLearner(options).Fit(data, new RunContext(threads: threads, seed: 7));

    static Column Column(string name, JsonElement cells) => cells.ValueKind == JsonValueKind.Array
        ? new DoubleColumn(name, GoldenData.Numbers(cells))
        : new FactorColumn(name, cells.GetProperty("codes").EnumerateArray().Select(c => c.GetInt32()).ToArray(), GoldenData.Texts(cells.GetProperty("levels")));

    static ParameterValue Value(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Array => new ParameterValue.Vector([.. json.EnumerateArray().Select(Value)]),
        JsonValueKind.True or JsonValueKind.False => json.GetBoolean(),
        JsonValueKind.String => json.GetString()!,
        _ => json.TryGetInt32(out var whole) ? new ParameterValue.Integer(whole) : json.GetDouble(),
    };
}
