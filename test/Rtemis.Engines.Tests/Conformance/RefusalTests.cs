using Rtemis.Engines.Native;
using Rtemis.Learning;
using Rtemis.Learning.Running;

namespace Rtemis.Engines.Tests.Conformance;

/// <summary>What rtemis's server refuses is refused in its words.</summary>
public sealed class RefusalTests
{
    public static TheoryData<string> Jobs => [.. GoldenFile.Jobs("err-").Where(n => n != "err-decomp-features")];

    [Theory]
    [MemberData(nameof(Jobs))]
    public void RefusalsAgree(string name)
    {
        var job = GoldenJob.Read(name);
        var refused = Assert.Throws<RequestRefusedException>(() => new NativeEngine().Parse(job.Type, job.Parameters));
        Assert.Equal(job.Error!["code"]!.GetValue<string>(), refused.Code);
        Assert.Equal(job.Error["message"]!.GetValue<string>(), refused.Message);
    }

    [Fact]
    public void AbsentFeaturesAreRefusedWithTheData()
    {
        var job = GoldenJob.Read("err-decomp-features");
        var engine = new NativeEngine();
        var request = engine.Parse(job.Type, job.Parameters);
        var refused = Assert.Throws<LearningException>(() => engine.CreateRunner().Run(request, GoldenTable.Read(job.Data), new RunContext()));
        Assert.Equal(job.Error!["message"]!.GetValue<string>(), refused.Message);
    }
}
