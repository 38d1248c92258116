using System.Diagnostics;
using System.Text;

namespace Rtemis.EndToEnd.Tests;

/// <summary>Scripts of the test data, run by R.</summary>
static class InR
{
    public static bool IsThere { get; } =
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, "Rscript")));

    /// <summary>The lines that a script prints.</summary>
    public static async Task<string[]> RunAsync(string script, params string[] arguments)
    {
        var info = new ProcessStartInfo("Rscript", ["--vanilla", SampleTable.PathOf(script), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
        };
        info.Environment["LC_ALL"] = "C.UTF-8";
        using var process = Process.Start(info)!;
        var cancel = TestContext.Current.CancellationToken;
        var errors = process.StandardError.ReadToEndAsync(cancel);
        var output = await process.StandardOutput.ReadToEndAsync(cancel);
        await process.WaitForExitAsync(cancel);
        Assert.True(process.ExitCode == 0, await errors);
        return output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
