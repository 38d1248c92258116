using System.Globalization;
using Rtemis.Server.Security;

namespace Rtemis.Server.Options;

/// <summary>All options of the server.</summary>
static class OptionTable
{
    public static IReadOnlyList<OptionSpec> All { get; } =
    [
        new("port", "TCP port, 1024 to 49151 (default 5757)", (o, t) => o with { Port = Whole(t, 1024, 49151) }),
        new("host", "127.0.0.1, localhost or ::1 (default 127.0.0.1)", (o, t) => o with { Host = OneOf(t, "127.0.0.1", "localhost", "::1") }),
        new("n_daemons", "processes that run jobs (default 1)", (o, t) => o with { NDaemons = Whole(t, 1, 256) }),
        new("daemon_memory", "MB of memory that such a process may have, 64 or more, 0 for no limit (default: 80 % of the machine's, shared)",
            (o, t) => o with { DaemonMemory = t == "0" ? 0 : Whole(t, 64, 64 << 20) }),
        new("origins", "origins of pages that may connect, separated by commas", (o, t) => o with { Origins = OriginList(t) }),
        new("token", "token that clients must show (default: generated)", (o, t) => o with { Token = TokenText(t) }),
        new("token_file", "file that holds the token, made where there is none", (o, t) => o with { TokenFile = PathOf(t, "file") }),
        new("heartbeat_interval", "seconds between heartbeats, 0 for none (default 5)", (o, t) => o with { HeartbeatInterval = Seconds(t, 0) }),
        new("session_ttl", "seconds that an idle session is kept (default 86400)", (o, t) => o with { SessionTtl = Seconds(t, 1) }),
        new("data_ttl", "seconds that an unused table is kept (default 3600)", (o, t) => o with { DataTtl = Seconds(t, 1) }),
        new("gc_interval", "seconds between looks at both (default 60)", (o, t) => o with { GcInterval = Seconds(t, 0.1) }),
        new("tick_ms", "least milliseconds between two updates of a job's counter (default 50)",
            (o, t) => o with { Tick = TimeSpan.FromMilliseconds(Whole(t, 1, 60000)) }),
        new("max_concurrent", "jobs that run at a time (default: n_daemons)", (o, t) => o with { MaxConcurrent = Whole(t, 1, 256) }),
        new("max_sessions", "sessions at a time (default 16)", (o, t) => o with { MaxSessions = Whole(t, 1, 100_000) }),
        new("verbosity", "0 warnings, 1 what happens, 2 details (default 1)", (o, t) => o with { Verbosity = Whole(t, 0, 2) }),
        new("engine", "native, r, or auto: native, and R for jobs that ask for it where it is installed (default auto)",
            (o, t) => o with { Engine = OneOf(t, "native", "r", "auto") }),
        new("rscript", "R's program Rscript (default: the one of --r-home, on the path, or where installers put it)", (o, t) => o with { Rscript = PathOf(t, "file") }),
        new("r_home", "R's home folder", (o, t) => o with { RHome = PathOf(t, "folder") }),
        new("r_lib", "folders of R packages that are looked into first, separated by commas", (o, t) => o with { RLibraries = FolderList(t) }) { IsList = true },
        new("state_dir", "folder for sessions, tables and results (default: the platform's, by port)", (o, t) => o with { StateDir = PathOf(t, "folder") }),
        new("ephemeral", "keep nothing over the end of the server (default false)", (o, t) => o with { Ephemeral = Truth(t) }) { IsFlag = true },
        new("storage_limit", "most megabytes that tables and results may take (default 16384)",
            (o, t) => o with { StorageLimit = (long)Whole(t, 1, int.MaxValue) << 20 }),
        new("save_root", "folders below which results may be saved, or none (default: home and the working folder)",
            (o, t) => o with { SaveRoots = RootList(t) }) { IsList = true },
        new("open", "open the page in the browser at the start (default false)", (o, t) => o with { Open = Truth(t) }) { IsFlag = true },
    ];

    static int Whole(string text, int low, int high) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var n) && n >= low && n <= high
            ? n
            : throw new FormatException($"must be a whole number from {low} to {high}");

    static TimeSpan Seconds(string text, double low) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var n) && n >= low && n <= 1e8
            ? TimeSpan.FromSeconds(n)
            : throw new FormatException(FormattableString.Invariant($"must be a number of seconds from {low} to 1e8"));

    static string OneOf(string text, params string[] choices) =>
        choices.Contains(text) ? text : throw new FormatException($"must be one of {string.Join(", ", choices)}");

    // A settings file's true arrives as True.
    static bool Truth(string text) => OneOf(text.ToLowerInvariant(), "true", "false") == "true";

    static string TokenText(string text) => AccessToken.Problem(text) is { } problem ? throw new FormatException(problem) : text;

    static string PathOf(string text, string what) => text.Length > 0 ? Path.GetFullPath(text) : throw new FormatException($"must name a {what}");

    static List<string> FolderList(string text)
    {
        var folders = text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return folders.Length > 0 ? [.. folders.Select(f => Path.GetFullPath(UserPath.Expand(f)))] : throw new FormatException("must name folders, separated by commas");
    }

    static List<string> RootList(string text)
    {
        var roots = text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (roots is ["none"]) return [];
        return roots.Length > 0 && !roots.Contains("none")
            ? [.. roots.Select(r => Path.GetFullPath(UserPath.Expand(r)))]
            : throw new FormatException("must name folders, separated by commas, or be none");
    }

    static List<string> OriginList(string text)
    {
        var origins = text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(o => o.TrimEnd('/')).ToList();
        foreach (var origin in origins)
            if (!IsOrigin(origin)) throw new FormatException($"must be origins like https://example.org; '{origin}' is none");
        return origins;
    }

    // As browsers spell them, since nothing else is ever equal to what they send: no path, no user, no port that is the scheme's own, small ASCII letters.
    static bool IsOrigin(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && text == $"{uri.Scheme}://{uri.Authority}"
        && text.All(c => char.IsAscii(c) && c != '*');
}
