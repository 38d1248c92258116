using System.Text.Json;
using Rtemis.Web.Tests.Reports;

namespace Rtemis.Web.Tests;

/// <summary>One run of Vitest, made when the first of its files is asked for.</summary>
/// <param name="arguments">What follows <c>vitest run</c>.</param>
/// <param name="environment">Variables of the run.</param>
public abstract class VitestRun(string[] arguments, IReadOnlyDictionary<string, string>? environment = null)
{
    Task<(int ExitCode, string Output, IReadOnlyList<VitestFile> Files)>? _run;

    /// <summary>Fails with the names and messages of the tests in the file that failed.</summary>
    /// <param name="path">The file, relative to the folder <c>web</c>.</param>
    public async Task AssertPassedAsync(string path)
    {
        var (exitCode, output, files) = await (_run ??= RunAsync());
        var name = Path.GetFullPath(Path.Combine(WebFolder.Root, path)).Replace('\\', '/');
        var file = files.FirstOrDefault(f => f.Name == name);
        if (file is null) Assert.Fail($"Vitest did not run {path}:\n{output}");
        Assert.True(file.Failures.Count == 0, string.Join("\n\n", file.Failures));
        Assert.True(file.Passed > 0, $"{path} has no test that ran.");
        // An error that no test caught belongs to no file.
        Assert.True(exitCode == 0 || files.Any(f => f.Failures.Count > 0), $"Vitest ended with {exitCode}:\n{output}");
    }

    async Task<(int ExitCode, string Output, IReadOnlyList<VitestFile> Files)> RunAsync()
    {
        var report = Path.GetTempFileName();
        try
        {
            var (exitCode, output) = await NodeProgram.RunAsync("npx", ["--no-install", "vitest", "run", .. arguments, "--reporter=verbose", "--reporter=json", $"--outputFile.json={report}"], environment);
            var json = await File.ReadAllBytesAsync(report);
            return (exitCode, output, json.Length == 0 ? [] : VitestFile.ReadAll(JsonDocument.Parse(json).RootElement));
        }
        finally
        {
            File.Delete(report);
        }
    }
}

/// <summary>The tests that need no browser.</summary>
public sealed class UnitRun() : VitestRun([]);

/// <summary>The tests with a browser, against the built server and reports that its writer wrote.</summary>
public sealed class BrowserRun(ReportFolder reports) : VitestRun(
    ["--config", "vitest.e2e.config.ts"],
    new Dictionary<string, string> { ["RTEMIS_SERVER"] = WebFolder.Server, ["CHROMIUM_PATH"] = WebFolder.Browser, ["RTEMIS_REPORTS"] = reports.Path });
