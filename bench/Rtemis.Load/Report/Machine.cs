using System.Runtime.InteropServices;
using System.Text.RegularExpressions;

namespace Rtemis.Load.Report;

/// <summary>What the figures were measured on.</summary>
static partial class Machine
{
    public static string Description =>
        $"{Processor}, {Environment.ProcessorCount} cores, {RuntimeInformation.OSDescription} ({RuntimeInformation.OSArchitecture}), " +
        RuntimeInformation.FrameworkDescription;

    /// <summary>A file's name that the machine's figures can have.</summary>
    public static string FileName => $"{NotInNames().Replace(Processor.ToLowerInvariant(), "-").Trim('-')}-{Environment.ProcessorCount}.md";

    static string Processor { get; } = OnLinux() ?? Environment.GetEnvironmentVariable("PROCESSOR_IDENTIFIER") ?? RuntimeInformation.ProcessArchitecture.ToString();

    static string? OnLinux() => !OperatingSystem.IsLinux()
        ? null
        : File.ReadLines("/proc/cpuinfo").FirstOrDefault(l => l.StartsWith("model name", StringComparison.Ordinal))?.Split(':', 2)[1].Trim();

    [GeneratedRegex("[^a-z0-9]+")]
    private static partial Regex NotInNames();
}
