using System.Text.Json;
using Rtemis.Engines.R;

namespace Rtemis.Engines.Tests.R;

/// <summary>What R tells of rtemis becomes the engine's catalogue, and requests go to R as they came, without what is the server's.</summary>
public sealed class REngineTests
{
    const string Catalogue =
        """
        {"rtemis_version":"1.3.7","r_version":"R version 4.2.2",
         "algorithms":[{"name":"GLM","description":"Generalized Linear Model","supports_classification":true,"supports_regression":true,"supports_survival":false,
           "hyperparameters":[{"name":"ifw","type":"logical","default":false,"tunable":true,"value_type":"logical","nullable":false,"help":"Weights."},
                              {"name":"k","type":"integer","default":3,"tunable":false,"choices":["1","3"],"minimum":1,"exclusive_maximum":9,"vector":true},
                              {"name":"x","type":"other","default":{"a":[1,2]},"tunable":false}]}],
         "decompositions":[{"name":"PCA","description":"Principal Component Analysis","applicable":true,"hyperparameters":[]}],
         "clusterings":[], "resampler":[], "preprocessor":[{"name":"scale","type":"logical","default":null,"tunable":false}]}
        """;

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task TheCatalogueIsRead()
    {
        var engine = await REngine.OpenAsync(new RDeskStub(Catalogue), Cancellation);
        Assert.Equal(("r", "1.3.7", "R version 4.2.2"), (engine.Name, engine.RtemisVersion, engine.RVersion));
        var glm = Assert.Single(engine.Catalog.Algorithms);
        Assert.Equal((true, true, false), (glm.SupportsClassification, glm.SupportsRegression, glm.SupportsSurvival));
        var (ifw, k) = (glm.Hyperparameters[0], glm.Hyperparameters[1]);
        Assert.Equal(("ifw", "logical", true, "Weights."), (ifw.Name, ifw.Type, ifw.Tunable, ifw.Help));
        Assert.Equal(["1", "3"], k.Choices!);
        Assert.Equal((1, (double?)null, (double?)null, 9, true), (k.Minimum, k.Maximum, k.ExclusiveMinimum, k.ExclusiveMaximum, k.Vector));
        Assert.True(Assert.Single(engine.Catalog.Decompositions).Applicable);
        Assert.Empty(engine.Catalog.Clusterings);
        Assert.Equal("null", ParameterJson.Write(Assert.Single(engine.Catalog.Preprocessor).Default)?.ToJsonString() ?? "null");
    }

    [Fact]
    public async Task ARequestIsCheckedByRAndKeptAsItCame()
    {
        var desk = new RDeskStub(Catalogue, """{"algorithm":"PCA","question":"Why?"}""");
        var engine = await REngine.OpenAsync(desk, Cancellation);
        var asked = JsonDocument.Parse("""{"data_handle":"d","engine":"r","algorithm":"pca","hyperparameters":{"k":2},"question":"Why?"}""").RootElement;
        var request = await engine.ParseAsync(JobType.Decompose, asked, Cancellation);
        Assert.Equal((JobType.Decompose, "PCA", "Why?"), (request.Type, request.Algorithm, request.Question));
        var (method, parameters) = desk.Asked[1];
        Assert.Equal(("job.check", "decomp"), (method, parameters.GetProperty("type").GetString()));
        Assert.Equal(asked.GetProperty("hyperparameters").GetRawText(), parameters.GetProperty("parameters").GetProperty("hyperparameters").GetRawText());
    }

    [Fact]
    public async Task ARequestWithoutDataOrAlgorithmIsRefusedWithoutAskingR()
    {
        var engine = await REngine.OpenAsync(new RDeskStub(Catalogue), Cancellation);
        var refused = await Assert.ThrowsAsync<RequestRefusedException>(
            async () => await engine.ParseAsync(JobType.Train, JsonDocument.Parse("""{"algorithm":"GLM"}""").RootElement, Cancellation));
        Assert.Equal(("invalid_params", "`data_handle` and `algorithm` are required."), (refused.Code, refused.Message));
    }

    [Fact]
    public async Task AnAnswerThatLacksWhatItMustHaveIsAnError()
    {
        var engine = await REngine.OpenAsync(new RDeskStub(Catalogue, "{}"), Cancellation);
        var refused = await Assert.ThrowsAsync<RequestRefusedException>(
            async () => await engine.ParseAsync(JobType.Train, JsonDocument.Parse("""{"data_handle":"d","algorithm":"GLM"}""").RootElement, Cancellation));
        Assert.Equal("R's answer has no `algorithm`.", refused.Message);
    }

    [Fact]
    public void TheDaemonsScriptHasAllItsPartsInOrder()
    {
        var text = RDaemonScript.Text;
        Assert.True(text.IndexOf("read_frame <- function", StringComparison.Ordinal) < text.IndexOf("run_job <- function", StringComparison.Ordinal));
        Assert.EndsWith("main()", text.TrimEnd(), StringComparison.Ordinal);
    }
}
