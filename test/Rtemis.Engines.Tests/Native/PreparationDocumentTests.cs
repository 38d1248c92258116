using System.Text.Json;
using System.Text.Json.Nodes;
using Rtemis.Data;
using Rtemis.Engines.Native;
using Rtemis.Learning.Running;

namespace Rtemis.Engines.Tests.Native;

/// <summary>What documents tell of the preparation of features, beyond the recorded jobs.</summary>
public sealed class PreparationDocumentTests
{
    [Fact]
    public void ManyTransformedCellsAreInTheRawDocumentOnly()
    {
        var documents = Run(Numbers(70_000), """{"data_handle":"d","algorithm":"CART","preprocessor_config":{"scale":true}}""");
        Assert.Equal("""{"available":true,"fetch_via":"raw"}""", documents["summary"]["preprocessor"]!["preprocessed"]!.ToJsonString());
        var rows = JsonNode.Parse(documents["raw"].ToJsonString())!["preprocessor"]!["preprocessed"]!.AsArray();
        Assert.Equal(70_000, rows.Count);
        Assert.Equal(["x"], rows[0]!.AsObject().Select(m => m.Key));
    }

    [Fact]
    public void CellsAreNumbersNamesOrNothing()
    {
        var table = new Table(
            [
                new DoubleColumn("num", new[] { 1.5, double.NaN, 7 }), new IntegerColumn("int", new[] { 1, 2, 3 }, BitView.Pack(3, i => i != 1)),
                new FactorColumn("text", new[] { -1, 0, 0 }, ["a"]), new DoubleColumn("y", new[] { 1.0, 1, 2 }),
            ],
            3);
        var documents = Run(table, """{"data_handle":"d","algorithm":"CART","preprocessor_config":{}}""");
        Assert.Equal(
            """[{"num":1.5,"int":1,"text":null},{"num":null,"int":null,"text":"a"},{"num":7,"int":3,"text":"a"}]""",
            documents["summary"]["preprocessor"]!["preprocessed"]!.ToJsonString());
        Assert.Contains(" Preprocessing was applied. ", documents["summary"]["description"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public void OneValueStandsForItselfAndItsOriginIsTold()
    {
        var documents = Run(
            Numbers(10), """{"data_handle":"d","algorithm":"CART","preprocessor_config":{"scale":true,"remove_features":"z","scale_coefficients":{"x":2}}}""");
        var values = documents["summary"]["preprocessor"]!["values"]!;
        Assert.Equal("""{"scale_centers":4.5,"scale_coefficients":2,"one_hot_levels":null,"factor2integer_levels":null,"remove_features":"z"}""", values.ToJsonString());
        var fold = documents["record"]["folds"]![0]!["preprocessor_config"]!;
        Assert.Equal("""{"x":4.5}""", fold["scale_centers"]!.ToJsonString());
        Assert.Equal("""{"x":2}""", fold["scale_coefficients"]!.ToJsonString());
        Assert.Equal(
            ("derived", "user", "user", "user"),
            (Origin("scale_centers"), Origin("scale_coefficients"), Origin("remove_features"), Origin("impute_missRanger_params")));
        Assert.Equal("default", documents["record"]["preprocessor_config"]!["origin"]!["scale_centers"]!.GetValue<string>());

        string Origin(string name) => fold["origin"]![name]!.GetValue<string>();
    }

    [Fact]
    public void TheFeaturesOfADecompositionAreRecorded()
    {
        var table = new Table([.. new[] { "a", "b", "c", "y" }.Select((n, i) => new DoubleColumn(n, new[] { 1.0 + i, 2, 4 * i, 3 }))], 4);
        var documents = Run(table, """{"data_handle":"d","algorithm":"CART","decomposition_config":{"algorithm":"pca","config":{"k":1},"features":["a","b"]}}""");
        Assert.Equal("""["a","b"]""", documents["record"]["decomposition_config"]!["features"]!.ToJsonString());
        Assert.Equal("PCA", documents["summary"]["decomposition"]!.GetValue<string>());
        Assert.Contains(
            " Decomposition was performed using PCA, reducing 2 numeric features to 1 component. ", documents["summary"]["description"]!.GetValue<string>(),
            StringComparison.Ordinal);
        Assert.Equal("""["c","PC1"]""", documents["summary"]["xnames"]!.ToJsonString());
    }

    [Fact]
    public void ASearchIsRecordedAsAskedAndAsDone()
    {
        var documents = Run(
            Numbers(40),
            """
            {"data_handle":"d","algorithm":"CART","hyperparameters":{"maxdepth":{"candidates":[1,2]}},
             "tuner_config":{"type":"GridSearch","config":{"resampler_config":{"type":"LOOCV"},"metric":"mae"}}}
            """);
        var requested = documents["record"]["tuner_config"]!["config"]!;
        Assert.Equal("unset", requested["resampler_config"]!["origin"]!["n_resamples"]!.GetValue<string>());
        Assert.Null(requested["maximize"]);
        Assert.Equal("tuned", documents["record"]["folds"]![0]!["hyperparameters"]!["hyperparameters"]!["origin"]!["maxdepth"]!.GetValue<string>());
        Assert.False(documents["summary"]["tuner"]!["tuner_config"]!["maximize"]!.GetValue<bool>());
        Assert.Equal(2, documents["summary"]["tuner"]!["tuning_results"]!["validation"]!.AsArray().Count);
    }

    static Table Numbers(int rows) => new([Numbers("x", rows, i => i % 10), Numbers("y", rows, i => i % 10 < 4 ? 0 : 1)], rows);

    static DoubleColumn Numbers(string name, int rows, Func<int, double> value) => new(name, Enumerable.Range(0, rows).Select(value).ToArray());

    static IReadOnlyDictionary<string, JsonNode> Run(Table table, string json)
    {
        var engine = new NativeEngine();
        return engine.CreateRunner().Run(engine.Parse(JobType.Train, JsonDocument.Parse(json).RootElement), new JobInput(table), new RunContext(seed: 1)).Documents;
    }
}
