using Rtemis.Protocol;
using Rtemis.Server.Dispatch;
using Rtemis.Server.Options;
using Rtemis.Server.State;

namespace Rtemis.Server.Security;

/// <summary>
/// The folders below which clients may have files written. A path is judged by where it really leads, so no link and no <c>..</c> leads out; the
/// state of this server and of others is never among them. Whoever can change folders on this machine while a file is being saved needs no server for it.
/// </summary>
sealed class SaveRoots
{
    static readonly StringComparison Comparison = OperatingSystem.IsLinux() ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase;

    readonly IReadOnlyList<string> _roots;
    readonly string[] _states;

    public SaveRoots(ServerOptions options, StateFolder state)
    {
        _roots = options.SaveRoots ?? Default();
        // By default servers keep their state side by side.
        _states = [state.Root, Path.GetDirectoryName(StatePlace.Default(options.Port))!];
    }

    /// <summary>The real folder that <paramref name="dir"/> means, made if it is missing.</summary>
    /// <exception cref="ProtocolException">It is no path, or not allowed.</exception>
    /// <exception cref="IOException">It can't be made.</exception>
    public string Open(string dir)
    {
        if (_roots.Count == 0) throw Refused("The server was started without saving (`--save-root none`).");
        var real = Check(dir);
        if (FirstExisting(real) is var existing && !Directory.Exists(existing))
            throw Refused($"`dir` leads through a file, not a folder (got \"{Shown.Json(dir)}\").");
        try
        {
            Directory.CreateDirectory(real);
        }
        catch (PathTooLongException e)
        {
            throw new ProtocolException(ErrorCodes.InvalidParams, $"`dir` is too long (got \"{Shown.Json(dir)}\").", e);
        }
        // What was made, or came in between, must be what was allowed.
        return Check(real) == real ? real : throw NotAllowed(dir);
    }

    /// <summary>The path of a file in a folder that <see cref="Open"/> gave.</summary>
    /// <exception cref="ProtocolException">There is something of that name that is no regular file.</exception>
    public static string File(string folder, string name)
    {
        var path = Path.Combine(folder, name);
        var there = new FileInfo(path);
        if (there.LinkTarget is not null) throw Refused($"`filename` is a link there, which is not followed (got \"{Shown.Json(name)}\").");
        if (Directory.Exists(path)) throw Refused($"`filename` is a folder there (got \"{Shown.Json(name)}\").");
        return path;
    }

    string Check(string dir)
    {
        if (RealPath.Of(Full(dir)) is not { } real)
            throw Refused($"`dir` has links that lead in circles (got \"{Shown.Json(dir)}\").");
        return IsWithinAny(real, _roots) && !IsWithinAny(real, _states) ? real : throw NotAllowed(dir);
    }

    static string Full(string dir)
    {
        if (dir.Any(char.IsControl)) throw Refused("`dir` has control characters.");
        return Path.GetFullPath(UserPath.Expand(dir));
    }

    static string FirstExisting(string path)
    {
        while (!Path.Exists(path)) path = Path.GetDirectoryName(path)!;
        return path;
    }

    static bool IsWithinAny(string path, IEnumerable<string> folders) => folders.Any(folder => IsWithin(path, RealPath.Of(folder)));

    static bool IsWithin(string path, string? root) =>
        root is not null
        && (path.Equals(root, Comparison) || path.StartsWith(Path.EndsInDirectorySeparator(root) ? root : root + Path.DirectorySeparatorChar, Comparison));

    // A root of the file system, as services have for home or working folder, would be no confinement.
    static List<string> Default() =>
        [.. new[] { UserPath.Home, Directory.GetCurrentDirectory() }.Where(p => p.Length > 0 && Path.GetDirectoryName(p) is not null)];

    static ProtocolException NotAllowed(string dir) =>
        Refused($"`dir` is not among the folders that the server may save to; `--save-root` sets them (got \"{Shown.Json(dir)}\").");

    static ProtocolException Refused(string message) => new(ErrorCodes.InvalidParams, message);
}
