namespace Rtemis.Server.Security;

/// <summary>Where a path leads when all links on the way are followed. What does not exist yet is kept as it is.</summary>
static class RealPath
{
    const int MostLinks = 40;

    static readonly char[] Separators = [Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar];

    /// <summary>The path without links and without <c>..</c>, or null where the links lead in circles.</summary>
    /// <param name="path">A full path.</param>
    public static string? Of(string path)
    {
        var current = Path.GetPathRoot(path)!;
        var parts = new Stack<string>();
        Push(parts, path[current.Length..]);
        for (var links = 0; parts.TryPop(out var part);)
        {
            if (part == ".") continue;
            if (part == "..")
            {
                current = Path.GetDirectoryName(current) ?? current;
                continue;
            }
            var next = Path.Combine(current, part);
            if (new FileInfo(next).LinkTarget is not { } target)
            {
                current = next;
                continue;
            }
            if (++links > MostLinks) return null;
            // A link's own .. goes up from where the link really is, so its parts are walked too.
            if (Path.IsPathRooted(target)) current = Path.GetPathRoot(Path.GetFullPath(target, current))!;
            Push(parts, target[(Path.GetPathRoot(target)?.Length ?? 0)..]);
        }
        return current;
    }

    static void Push(Stack<string> parts, string path)
    {
        foreach (var part in path.Split(Separators, StringSplitOptions.RemoveEmptyEntries).Reverse()) parts.Push(part);
    }
}
