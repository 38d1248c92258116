using System.Diagnostics;

namespace Rtemis.Cli.Tests;

/// <summary>The built program, run to its end as a person or a script runs it.</summary>
static class CommandLine
{
    public static string Iris { get; } = Path.Combine(AppContext.BaseDirectory, "Data", "iris.csv");

    /// <summary>Runs it with arguments.</summary>
    public static Task<Finished> RunAsync(params string[] arguments) => RunAsync([], arguments);

    /// <summary>Runs it with environment variables of its own.</summary>
    public static async Task<Finished> RunAsync(Dictionary<string, string> environment, params string[] arguments)
    {
        using var process = Start(environment, arguments);
        var cancellation = TestContext.Current.CancellationToken;
        var output = process.StandardOutput.ReadToEndAsync(cancellation);
        var errors = process.StandardError.ReadToEndAsync(cancellation);
        await process.WaitForExitAsync(cancellation);
        return new(process.ExitCode, await output, await errors);
    }

    /// <summary>Starts it.</summary>
    public static Process Start(Dictionary<string, string> environment, params string[] arguments)
    {
        var info = new ProcessStartInfo(ServerProcess.Program, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        info.Environment.Remove("RTEMISLIVE_TOKEN");
        foreach (var (name, value) in environment) info.Environment[name] = value;
        return Process.Start(info)!;
    }

    /// <summary>How it ended.</summary>
    public sealed record Finished(int ExitCode, string Output, string Errors)
    {
        /// <summary>The lines of standard output.</summary>
        public string[] Lines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);

        /// <summary>Fails the test unless it ended well.</summary>
        public Finished Well()
        {
            Assert.True(ExitCode == 0, $"exit code {ExitCode}: {Errors}");
            return this;
        }
    }
}
