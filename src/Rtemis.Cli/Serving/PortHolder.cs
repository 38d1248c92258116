using System.Globalization;
using System.Text.Json;
using Rtemis.Server.Hosting;

namespace Rtemis.Cli.Serving;

/// <summary>Finds out for a person who listens on a port that the server wanted.</summary>
static class PortHolder
{
    const string Listening = "0A";
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <summary>A sentence that names the program, or says how to find it, and what can be done.</summary>
    public static async Task<string> DescribeAsync(string host, int port, CancellationToken cancellation)
    {
        var process = OperatingSystem.IsLinux() ? Process(port) : null;
        var server = await VersionAsync(host, port, cancellation).ConfigureAwait(false) is { } version ? $"another Rtemis.Server ({version})" : null;
        var holder = (server, process) switch
        {
            (null, null) => $"another program has that port; `{Command(port)}` shows which",
            ({ } s, null) => $"{s} has that port; `{Command(port)}` shows its process",
            (null, { } p) => $"{p} has that port",
            ({ } s, { } p) => $"{s} has that port, {p}",
        };
        return $"{holder}. End it, or choose another port with --port.";
    }

    static string Command(int port) =>
        OperatingSystem.IsWindows() ? $"netstat -ano | findstr :{port}"
        : OperatingSystem.IsMacOS() ? $"lsof -nP -iTCP:{port} -sTCP:LISTEN"
        : $"sudo ss -ltnp sport = :{port}";

    // The name only: arguments may hold a token.
    static string? Process(int port)
    {
        var sockets = Sockets(port).Select(inode => $"socket:[{inode}]").ToHashSet();
        foreach (var folder in Directory.EnumerateDirectories("/proc").Where(f => int.TryParse(Path.GetFileName(f), out _)))
        {
            try
            {
                if (!new DirectoryInfo(Path.Combine(folder, "fd")).EnumerateFileSystemInfos().Any(f => f.LinkTarget is { } target && sockets.Contains(target))) continue;
                return $"process {Path.GetFileName(folder)} ({File.ReadAllText(Path.Combine(folder, "comm")).Trim()})";
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // Somebody else's, or it has ended.
            }
        }
        return null;
    }

    // "sl local_address rem_address st ... inode", an address as HEX:PORT.
    static IEnumerable<string> Sockets(int port)
    {
        var suffix = ":" + port.ToString("X4", CultureInfo.InvariantCulture);
        return from file in (string[])["/proc/net/tcp", "/proc/net/tcp6"]
               where File.Exists(file)
               from line in File.ReadLines(file).Skip(1)
               let fields = line.Split(' ', StringSplitOptions.RemoveEmptyEntries)
               where fields.Length > 9 && fields[3] == Listening && fields[1].EndsWith(suffix, StringComparison.Ordinal)
               select fields[9];
    }

    // A server like this one says so to everybody. Whatever else listens there is asked briefly and politely.
    static async Task<string?> VersionAsync(string host, int port, CancellationToken cancellation)
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false }) { Timeout = Patience, MaxResponseContentBufferSize = 1024 };
        try
        {
            var health = await http.GetFromJsonAsync(new UriBuilder("http", host, port, "/health").Uri, HealthJson.Default.Health, cancellation).ConfigureAwait(false);
            return health is { Status: "ok", Instance: not null, Version: { } version } ? version : null;
        }
        catch (Exception e) when (e is HttpRequestException or JsonException or OperationCanceledException or IOException)
        {
            return null;
        }
    }
}
