using System.Text.Json;
using System.Text.Json.Nodes;
using Rtemis.Data;
using Rtemis.Engines.Native;
using Rtemis.Learning.Running;

namespace Rtemis.Engines.Tests.Native;

/// <summary>Training runs whose features miss values that are filled by models of the other features.</summary>
public sealed class ImputationJobTests
{
    const int Rows = 60;

    static readonly Column[] Features =
    [
        Numbers("x", i => i % 7 == 3 ? double.NaN : i % 10), Numbers("w", i => i % 10 * 2 + i % 3), Levels("g", i => i % 9 == 4 ? -1 : i % 10 / 4, "a", "b", "c"),
        new IntegerColumn("k", Enumerable.Range(0, Rows).Select(i => i % 10 + i % 2).ToArray(), BitView.Pack(Rows, i => i % 11 != 5)),
    ];

    static readonly Dictionary<string, Column> Outcomes = new()
    {
        ["regression"] = Numbers("y", i => i % 10 * 1.5 + i % 4),
        ["binary"] = Levels("y", i => i % 10 < 5 ? 0 : 1, "no", "yes"),
        ["multiclass"] = Levels("y", i => i % 10 / 4, "p", "q", "r"),
    };

    public static TheoryData<string, string> Cases()
    {
        var cases = new TheoryData<string, string>();
        foreach (var outcome in Outcomes.Keys)
            foreach (var type in new[] { "missRanger", "micePMM" }) cases.Add(outcome, type);
        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void EveryOutcomeIsLearnedFromFilledFeatures(string outcome, string type)
    {
        var documents = Run(outcome, $$""" "preprocessor_config":{"impute":true,"impute_type":"{{type}}"} """);
        var rows = JsonNode.Parse(documents["summary"]["preprocessor"]!["preprocessed"]!.ToJsonString())!.AsArray();
        Assert.Equal(Rows, rows.Count);
        Assert.All(rows, row => Assert.All(row!.AsObject(), cell => Assert.NotNull(cell.Value)));
        Assert.All(rows, row => Assert.Equal(JsonValueKind.Number, row!["k"]!.GetValueKind()));
        Assert.Equal(type, documents["record"]["preprocessor_config"]!["impute_type"]!.GetValue<string>());
        Assert.Equal(3, documents["record"]["preprocessor_config"]!["impute_missRanger_params"]!["pmm.k"]!.GetValue<double>());
    }

    [Theory]
    [InlineData("regression", "missRanger")]
    [InlineData("multiclass", "micePMM")]
    public void FoldsAndGridsAreRepeatedByTheSeed(string outcome, string type)
    {
        var options =
            $$"""
            "preprocessor_config":{"impute":true,"impute_type":"{{type}}"}, "hyperparameters":{"maxdepth":{"candidates":[1,2] } },
            "tuner_config":{"type":"GridSearch","config":{"resampler_config":{"type":"KFold","n_resamples":2} } },
            "outer_resampling_config":{"type":"KFold","n_resamples":2}, "execution_config":{"seed":5}
            """;
        var first = Run(outcome, options)["summary"];
        Assert.Equal(2, first["n_resamples"]!.GetValue<int>());
        Assert.Equal(first["metrics_test"]!.ToJsonString(), Run(outcome, options)["summary"]["metrics_test"]!.ToJsonString());
    }

    static IReadOnlyDictionary<string, JsonNode> Run(string outcome, string options)
    {
        var engine = new NativeEngine();
        var request = JsonDocument.Parse($$"""{"data_handle":"d","algorithm":"CART",{{options}} }""").RootElement;
        var table = new Table([.. Features, Outcomes[outcome]], Rows);
        return engine.CreateRunner().Run(engine.Parse(JobType.Train, request), new JobInput(table), new RunContext(threads: 2, seed: 1)).Documents;
    }

    static DoubleColumn Numbers(string name, Func<int, double> value) => new(name, Enumerable.Range(0, Rows).Select(value).ToArray());

    static FactorColumn Levels(string name, Func<int, int> code, params string[] levels) => new(name, Enumerable.Range(0, Rows).Select(code).ToArray(), levels);
}
