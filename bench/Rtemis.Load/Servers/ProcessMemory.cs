using System.Diagnostics;
using System.Globalization;

namespace Rtemis.Load.Servers;

/// <summary>Megabytes of memory that a process has.</summary>
/// <param name="Own">What is its own.</param>
/// <param name="Mapped">Pages of files, which the system may take back; 0 where it doesn't tell.</param>
readonly record struct ProcessMemory(double Own, double Mapped)
{
    public static ProcessMemory Of(int id)
    {
        if (OperatingSystem.IsLinux())
        {
            var status = File.ReadAllLines($"/proc/{id}/status");
            return new(Line(status, "RssAnon:"), Line(status, "RssFile:") + Line(status, "RssShmem:"));
        }
        using var process = Process.GetProcessById(id);
        return new(process.WorkingSet64 / 1e6, 0);
    }

    static double Line(string[] status, string name)
    {
        var value = status.First(l => l.StartsWith(name, StringComparison.Ordinal)).Split(':')[1];
        return double.Parse(value.Replace("kB", "", StringComparison.Ordinal), CultureInfo.InvariantCulture) * 1024 / 1e6;
    }
}
