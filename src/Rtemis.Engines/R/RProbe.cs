using System.ComponentModel;
using System.Diagnostics;
using System.Reflection;
using System.Text;

namespace Rtemis.Engines.R;

/// <summary>A package of R as it was found.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Version">Its version, or null where it is not installed.</param>
/// <param name="Problem">Why it can't be loaded, or null.</param>
public sealed record RPackage(string Name, string? Version, string? Problem);

/// <summary>What an R on this machine has for the R engine.</summary>
/// <param name="RVersion">R's own words for its version.</param>
/// <param name="Libraries">The folders that it looks for packages in.</param>
/// <param name="Packages">The packages that the engine uses.</param>
public sealed record RProbe(string RVersion, IReadOnlyList<string> Libraries, IReadOnlyList<RPackage> Packages)
{
    static readonly string[] Names = ["rtemis", "rtemis.core", "jsonlite"];

    /// <summary>Asks R.</summary>
    /// <param name="installation">The R.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="InvalidOperationException">The program can't be started, or is no R; the message has its last words.</exception>
    public static async Task<RProbe> RunAsync(RInstallation installation, CancellationToken cancellation)
    {
        var script = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(script, Script(), new UTF8Encoding(false), cancellation).ConfigureAwait(false);
            return Read(await PrintedAsync(installation, script, cancellation).ConfigureAwait(false));
        }
        finally
        {
            File.Delete(script);
        }
    }

    static async Task<string> PrintedAsync(RInstallation installation, string script, CancellationToken cancellation)
    {
        using var process = new Process { StartInfo = installation.StartInfo([script]) };
        try
        {
            process.Start();
        }
        catch (Win32Exception e)
        {
            throw new InvalidOperationException($"{installation.Rscript} can't be started: {e.Message}", e);
        }
        try
        {
            var errors = process.StandardError.ReadToEndAsync(cancellation);
            var output = await process.StandardOutput.ReadToEndAsync(cancellation).ConfigureAwait(false);
            await process.WaitForExitAsync(cancellation).ConfigureAwait(false);
            if (process.ExitCode == 0) return output;
            throw new InvalidOperationException($"{installation.Rscript} ended with exit code {process.ExitCode}: {(await errors.ConfigureAwait(false)).Trim()}");
        }
        finally
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }
    }

    // A profile of the user's may print more.
    static RProbe Read(string printed)
    {
        var told = new Dictionary<string, string[]>();
        foreach (var line in printed.Split('\n', StringSplitOptions.TrimEntries))
            if (line.Split('\t') is [var name, .. var values]) told[name] = values;
        var version = Value("r") ?? throw new InvalidOperationException("What was started is no R.");
        return new RProbe(version, told.GetValueOrDefault("libraries", []), [.. Names.Select(n => new RPackage(n, Value(n), Value(n + " problem")))]);

        string? Value(string name) => told.TryGetValue(name, out var values) && values is [{ Length: > 0 } value, ..] ? value : null;
    }

    static string Script()
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream("Rtemis.Engines.R.Probe.probe")!, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
