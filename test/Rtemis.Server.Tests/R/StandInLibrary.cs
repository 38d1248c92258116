using System.Diagnostics;

namespace Rtemis.Server.Tests.R;

/// <summary>A library of R packages in a temporary folder with the stand-ins for rtemis, installed once for all tests that want it.</summary>
public sealed class StandInLibrary : IAsyncLifetime
{
    readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("rtemis-r-");

    /// <summary>Why there is none, or null.</summary>
    public string? Missing { get; private set; }

    /// <summary>The library.</summary>
    public string Path => _folder.FullName;

    static string Sources => System.IO.Path.Combine(AppContext.BaseDirectory, "RPackages");

    public async ValueTask InitializeAsync()
    {
        if (!OnPath("Rscript")) Missing = "Rscript is not on the PATH.";
        else if ((await RunAsync("Rscript", "-e", "loadNamespace('jsonlite')")).ExitCode != 0) Missing = "The R package jsonlite is not installed.";
        if (Missing is not null) return;
        foreach (var package in (string[])["rtemis.core", "rtemis"])
        {
            var (exitCode, output) = await RunAsync(
                "R", "CMD", "INSTALL", "--no-docs", "--no-byte-compile", "--no-test-load", $"--library={Path}", System.IO.Path.Combine(Sources, package));
            Assert.True(exitCode == 0, output);
        }
    }

    public ValueTask DisposeAsync()
    {
        _folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    /// <summary>Runs R code with the library; what it prints.</summary>
    public async Task<string> EvaluateAsync(string code)
    {
        var (exitCode, output) = await RunAsync("Rscript", "-e", code);
        Assert.True(exitCode == 0, output);
        return output;
    }

    static bool OnPath(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(System.IO.Path.PathSeparator).Any(f => File.Exists(System.IO.Path.Combine(f, program)));

    async Task<(int ExitCode, string Output)> RunAsync(string program, params string[] arguments)
    {
        var info = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        info.Environment["R_LIBS"] = Path;
        info.Environment["LC_ALL"] = "C.UTF-8";
        using var process = Process.Start(info)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output + await errors);
    }
}
