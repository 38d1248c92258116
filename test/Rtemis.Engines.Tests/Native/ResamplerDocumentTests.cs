using Rtemis.Engines.Native.Documents;
using Rtemis.Learning.Parameters;
using Rtemis.Learning.Training;

namespace Rtemis.Engines.Tests.Native;

public sealed class ResamplerDocumentTests
{
    static readonly ParameterValues Config = new ParameterSet("KFoldConfig", null, [ParameterSpec.Integer("n_resamples", 2)]).Defaults;

    [Fact]
    public void CasesAreCountedFromOne() => Assert.Equal(
        """{".class":"Resampler","type":"KFold","resamples":{"Fold_1":[1,3],"Fold_2":2},"config":{".class":"KFoldConfig","type":"KFold","n_resamples":2}}""",
        ResamplerDocument.Summary("KFold", Of([0, 2], [1])).ToJsonString());

    [Fact]
    public void TooManyCasesAreElsewhere()
    {
        var many = Of(new int[30_000], new int[30_000]);
        Assert.Equal("""{"available":true,"fetch_via":"raw"}""", ResamplerDocument.Summary("KFold", many)["resamples"]!.ToJsonString());
        Assert.Contains("\"Fold_2\":[1,1,", ResamplerDocument.Summary("KFold", many, complete: true).ToJsonString(), StringComparison.Ordinal);
    }

    static OuterResamples Of(int[] first, int[] second) => new([new("Fold_1", first), new("Fold_2", second)], Config, "2 independent folds");
}
