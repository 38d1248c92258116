using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Rtemis.Data.Tests.RData;

/// <summary>An R process, as the other side.</summary>
static class RPeer
{
    /// <summary>Runs a script of this folder and returns what it printed.</summary>
    public static async Task<string> Run(string script, string[] arguments, [CallerFilePath] string here = "")
    {
        if (!OnPath("Rscript") && !OnPath("Rscript.exe")) Assert.Skip("Rscript is not on the PATH.");
        var cancel = TestContext.Current.CancellationToken;
        using var process = Process.Start(new ProcessStartInfo("Rscript",
            ["--vanilla", Path.Combine(Path.GetDirectoryName(here)!, script), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var errors = process.StandardError.ReadToEndAsync(cancel);
        var output = await process.StandardOutput.ReadToEndAsync(cancel);
        await process.WaitForExitAsync(cancel);
        Assert.True(process.ExitCode == 0, await errors);
        return output;
    }

    static bool OnPath(string file) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, file)));
}
