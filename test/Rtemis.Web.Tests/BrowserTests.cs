namespace Rtemis.Web.Tests;

/// <summary>The tests of the built server with a real browser: a case for each of their files.</summary>
[Collection(nameof(PageTests))]
public sealed class BrowserTests(BrowserRun run) : IClassFixture<BrowserRun>
{
    public static TheoryData<string> Files => new(WebFolder.TestFiles("e2e"));

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Files))]
    public async Task TheTestsOfTheFilePass(string file)
    {
        if (WebFolder.MissingForBrowser() is { } reason) Assert.Skip(reason);
        await run.AssertPassedAsync(file);
    }
}
