namespace Rtemis.Server.Options;

/// <summary>Everything that can be set, checked. Made once at the start by <see cref="OptionBinder"/>.</summary>
public sealed record ServerOptions
{
    /// <summary>The TCP port, 1024 to 49151; 0 lets the system choose (embedding and tests only).</summary>
    public int Port { get; init; } = 5757;

    /// <summary><c>127.0.0.1</c>, <c>localhost</c> or <c>::1</c>.</summary>
    public string Host { get; init; } = "127.0.0.1";

    /// <summary>How many daemon processes run jobs, 1 or more.</summary>
    public int NDaemons { get; init; } = 1;

    /// <summary>The most megabytes of private memory a daemon, 64 or more; 0 for no limit, null for a share of the machine's.</summary>
    public int? DaemonMemory { get; init; }

    /// <summary>The origins of pages that may connect, compared exactly.</summary>
    public IReadOnlyList<string> Origins { get; init; } = ["https://live.rtemis.org", "http://localhost:3000", "http://127.0.0.1:3000"];

    /// <summary>The token that a client must show; null generates one.</summary>
    public string? Token { get; init; }

    /// <summary>The file that the token is in, or is written to; null for none.</summary>
    public string? TokenFile { get; init; }

    /// <summary>Time between two heartbeats; zero for none.</summary>
    public TimeSpan HeartbeatInterval { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long a session without connections and work is kept.</summary>
    public TimeSpan SessionTtl { get; init; } = TimeSpan.FromSeconds(86400);

    /// <summary>How long an unused table is kept.</summary>
    public TimeSpan DataTtl { get; init; } = TimeSpan.FromSeconds(3600);

    /// <summary>How often both are looked at.</summary>
    public TimeSpan GcInterval { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>The least time between two updates of a job's counter.</summary>
    public TimeSpan Tick { get; init; } = TimeSpan.FromMilliseconds(50);

    /// <summary>The most jobs that run at a time, 1 or more; null for the number of daemons.</summary>
    public int? MaxConcurrent { get; init; }

    /// <summary>The most sessions, 1 or more.</summary>
    public int MaxSessions { get; init; } = 16;

    /// <summary>0 logs warnings, 1 what happens, 2 details.</summary>
    public int Verbosity { get; init; } = 1;

    /// <summary><c>native</c>, <c>r</c> or <c>auto</c>.</summary>
    public string Engine { get; init; } = "auto";

    /// <summary>R's program <c>Rscript</c>; null looks for it.</summary>
    public string? Rscript { get; init; }

    /// <summary>R's home folder; null for any.</summary>
    public string? RHome { get; init; }

    /// <summary>Folders of R packages that are looked into first.</summary>
    public IReadOnlyList<string> RLibraries { get; init; } = [];

    /// <summary>
    /// The folder for sessions, tables and results; null for one below the platform's folder for the state of programs, by the port, or a temporary one where
    /// the system chooses that.
    /// </summary>
    public string? StateDir { get; init; }

    /// <summary>Whether nothing is kept over the end of the server.</summary>
    public bool Ephemeral { get; init; }

    /// <summary>The most bytes that tables and results may take, 1 MB or more.</summary>
    public long StorageLimit { get; init; } = 16L << 30;

    /// <summary>The folders below which results may be saved, full paths; none forbids it, null is the user's home and the working folder.</summary>
    public IReadOnlyList<string>? SaveRoots { get; init; }

    /// <summary>Whether the page is opened in the browser when the server has started.</summary>
    public bool Open { get; init; }
}
