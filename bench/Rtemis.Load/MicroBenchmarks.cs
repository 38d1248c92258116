using System.Diagnostics;

namespace Rtemis.Load;

/// <summary>Runs the micro-benchmarks of the server's parts and takes their tables.</summary>
static class MicroBenchmarks
{
    const string Filter = "*.Micro.*";

    public static string Run()
    {
        var folder = Directory.CreateTempSubdirectory("rtemis-micro-");
        try
        {
            var program = Path.GetFullPath(Path.Combine(
                AppContext.BaseDirectory, "..", "..", "Rtemis.Benchmarks", new DirectoryInfo(AppContext.BaseDirectory).Name, "Rtemis.Benchmarks.dll"));
            var info = new ProcessStartInfo("dotnet", ["exec", program, "--filter", Filter, "--artifacts", folder.FullName]) { RedirectStandardOutput = true };
            using var process = Process.Start(info)!;
            process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            var tables = Directory.GetFiles(folder.FullName, "*-report-github.md", SearchOption.AllDirectories).Order().Select(SectionOf);
            return string.Join('\n', tables);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    // The table without the machine's description, which the report has, below the benchmarks' name.
    static string SectionOf(string path)
    {
        var name = Path.GetFileName(path).Split('-')[0].Split('.')[^1];
        var report = File.ReadAllText(path);
        return $"### {name}\n\n{report[Math.Max(0, report.IndexOf("\n|", StringComparison.Ordinal) + 1)..]}";
    }
}
