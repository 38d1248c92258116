using Rtemis.Web.Tests.Reports;

namespace Rtemis.Web.Tests;

/// <summary>The tests of the built server with a real browser: a case for each of their files.</summary>
[Collection(nameof(PageTests))]
public sealed class BrowserTests(ReportFolder reports) : IClassFixture<ReportFolder>
{
    public static TheoryData<string> Files => new(WebFolder.TestFiles("e2e"));

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Files))]
    public async Task TheTestsOfTheFilePass(string file)
    {
        if (WebFolder.MissingForBrowser() is { } reason) Assert.Skip(reason);
        await reports.Run.AssertPassedAsync(file);
    }
}
