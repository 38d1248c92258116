using Rtemis.Engines.Native;
using Rtemis.Learning;

namespace Rtemis.Engines.Tests.Conformance;

/// <summary>What rtemis's server refuses is refused in its words.</summary>
public sealed class RefusalTests
{
    const string WithData = "err-decomp-features";

    public static TheoryData<string> Jobs => [.. Offered.Jobs("err-").Where(n => n != WithData)];

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
        var job = GoldenJob.Read(WithData);
        string[] columns = [.. job.Parameters.GetProperty("features").EnumerateArray().Select(f => f.GetString()!)];
        var refused = Assert.Throws<LearningException>(() => UnsupervisedData.Select(GoldenTable.Read(job.Data), columns));
        Assert.Equal(job.Error!["message"]!.GetValue<string>(), refused.Message);
    }
}
