using System.Globalization;
using System.Text.RegularExpressions;

namespace Rtemis.Faults.Tests;

/// <summary>What Linux tells of a process.</summary>
static partial class ProcessFigures
{
    /// <summary>Bytes of memory that are its own, not mapped from files.</summary>
    public static long PrivateBytes(int pid) =>
        1024 * long.Parse(Anonymous().Match(File.ReadAllText($"/proc/{pid}/status")).Groups[1].Value, CultureInfo.InvariantCulture);

    /// <summary>Open files, sockets and pipes.</summary>
    public static int Handles(int pid) => Directory.GetFileSystemEntries($"/proc/{pid}/fd").Length;

    [GeneratedRegex(@"RssAnon:\s+(\d+) kB")]
    private static partial Regex Anonymous();
}
