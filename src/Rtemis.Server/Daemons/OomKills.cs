using System.Globalization;

namespace Rtemis.Server.Daemons;

/// <summary>Sees whether the kernel has killed a process for lack of memory since this was made: in a process's control group, or on the machine.</summary>
sealed class OomKills
{
    const string Counter = "oom_kill ";

    readonly string? _file;
    readonly long _before;

    /// <param name="pid">The process, which must still run.</param>
    public OomKills(int pid)
    {
        _file = Files(pid).FirstOrDefault(f => Read(f) is not null);
        _before = _file is null ? 0 : Read(_file) ?? 0;
    }

    /// <summary>Whether it has; false where nobody counts.</summary>
    public bool HaveHappened => _file is { } file && Read(file) > _before;

    // The count of the group is the nearer one. "0::/user.slice/..." names it in the unified hierarchy.
    static IEnumerable<string> Files(int pid)
    {
        if (!OperatingSystem.IsLinux()) yield break;
        if (Lines($"/proc/{pid}/cgroup").FirstOrDefault(l => l.StartsWith("0::", StringComparison.Ordinal)) is { } group)
            yield return $"/sys/fs/cgroup{group[3..]}/memory.events";
        yield return "/proc/vmstat";
    }

    static long? Read(string path) =>
        Lines(path).FirstOrDefault(l => l.StartsWith(Counter, StringComparison.Ordinal)) is { } line
            ? long.Parse(line.AsSpan(Counter.Length), CultureInfo.InvariantCulture)
            : null;

    static string[] Lines(string path)
    {
        try
        {
            return File.ReadAllLines(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The kernel is older, or hides it.
            return [];
        }
    }
}
