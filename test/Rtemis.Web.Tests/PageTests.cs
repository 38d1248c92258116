using System.Text.RegularExpressions;

namespace Rtemis.Web.Tests;

/// <summary>The page's own tests: a case for each of their files.</summary>
[Collection(nameof(PageTests))]
public sealed partial class PageTests(UnitRun run) : IClassFixture<UnitRun>
{
    public static TheoryData<string> Files => new(WebFolder.TestFiles("test"));

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Files))]
    public async Task TheTestsOfTheFilePass(string file)
    {
        if (WebFolder.Missing() is { } reason) Assert.Skip(reason);
        await run.AssertPassedAsync(file);
    }

    [Fact]
    public async Task TheTypesAreRight()
    {
        if (WebFolder.Missing() is { } reason) Assert.Skip(reason);
        var (exitCode, output) = await NodeProgram.RunAsync("npm", ["run", "check"]);
        Assert.True(exitCode == 0 && NothingFound().IsMatch(output), output);
    }

    [GeneratedRegex(@"\b0 errors\b.*\b0 warnings\b", RegexOptions.IgnoreCase)]
    private static partial Regex NothingFound();
}
