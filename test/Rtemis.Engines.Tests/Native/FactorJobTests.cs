using System.Text.Json;
using System.Text.Json.Nodes;
using Rtemis.Engines.Native;
using Rtemis.Engines.Tests.Conformance;
using Rtemis.Learning;
using Rtemis.Learning.Running;

namespace Rtemis.Engines.Tests.Native;

/// <summary>Jobs of independent components and of non-negative factors.</summary>
public sealed class FactorJobTests
{
    const string Columns = "\"features\":[\"Sepal.Length\",\"Sepal.Width\",\"Petal.Length\",\"Petal.Width\"]";

    [Fact]
    public void TheRawDocumentHasFastIcasMatrices()
    {
        var model = Raw($$"""{"data_handle":"d","algorithm":"ICA","config":{"k":2},{{Columns}} }""");
        Assert.Equal(["K", "W", "A", "rtemis_center"], model.Select(m => m.Key));
        Assert.Equal(["V1", "V2"], model["K"]!.AsObject().Select(m => m.Key));
        Assert.Equal(4, model["K"]!["V1"]!.AsArray().Count);
        Assert.Equal(2, model["W"]!["V2"]!.AsArray().Count);
        Assert.Equal(["X1", "X2", "X3", "X4"], model["A"]!.AsObject().Select(m => m.Key));
        Assert.Equal(2, model["A"]!["X1"]!.AsArray().Count);
        Assert.Equal(5.8433, model["rtemis_center"]![0]!.GetValue<double>(), 1e-4);
    }

    [Theory]
    [InlineData("lee", false)]
    [InlineData("offset", true)]
    public void TheRawDocumentTellsOfTheFactorization(string method, bool offset)
    {
        var model = Raw($$"""{"data_handle":"d","algorithm":"NMF","config":{"method":"{{method}}","nrun":2},{{Columns}} }""");
        Assert.Equal(["method", "niter", "residuals", "basis", .. offset ? ["offset"] : Array.Empty<string>()], model.Select(m => m.Key));
        Assert.Equal(method, model["method"]!.GetValue<string>());
        Assert.InRange(model["niter"]!.GetValue<int>(), 420, 2000);
        Assert.Equal(["variable", "V1", "V2"], model["basis"]!.AsObject().Select(m => m.Key));
        Assert.Equal("Petal.Width", model["basis"]!["variable"]![3]!.GetValue<string>());
    }

    [Theory]
    [InlineData("ICA", "ICA_")]
    [InlineData("NMF", "NMF_")]
    public void ATrainingJobMayBeginWithThem(string algorithm, string component)
    {
        var bundle = Run(JobType.Train, $$"""{"data_handle":"d","algorithm":"CART","decomposition_config":{"algorithm":"{{algorithm}}"} }""");
        Assert.Contains(component, bundle.Documents["raw"].ToJsonString(), StringComparison.Ordinal);
        Assert.Equal(150, bundle.Tables["predictions"].Table.Rows);
    }

    [Fact]
    public void AnUnknownMethodEndsTheJob() => Assert.StartsWith(
        "NMF::nmf failed with error:\nNMF algorithm - No matching entry for key “key=zzz” in the registry.",
        Assert.Throws<LearningException>(
            () => Run(JobType.Decompose, $$"""{"data_handle":"d","algorithm":"NMF","config":{"method":"zzz"},{{Columns}} }""")).Message);

    static JsonObject Raw(string request) => JsonNode.Parse(Run(JobType.Decompose, request).Documents["raw"].ToJsonString())!["decom"]!.AsObject();

    static ResultBundle Run(JobType type, string request)
    {
        var engine = new NativeEngine();
        return engine.CreateRunner().Run(engine.Parse(type, JsonDocument.Parse(request).RootElement), new JobInput(GoldenTable.Read("iris")), new RunContext(seed: 1));
    }
}
