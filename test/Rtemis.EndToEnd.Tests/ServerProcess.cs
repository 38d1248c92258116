using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using Rtemis.Client;

namespace Rtemis.EndToEnd.Tests;

/// <summary>The built program, started as a person starts it, on a free port.</summary>
sealed partial class ServerProcess : IAsyncDisposable
{
    public const string Token = "abcd-1234-ef56-7890";
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    readonly Process _process;
    readonly List<string> _errors = [];
    bool _disposed;

    ServerProcess(Process process, int port)
    {
        _process = process;
        Port = port;
        process.ErrorDataReceived += (_, line) =>
        {
            if (line.Data is not { } text) return;
            lock (_errors) _errors.Add(text);
        };
        process.BeginErrorReadLine();
    }

    public static string Program { get; } = Path.GetFullPath(Path.Combine(
        AppContext.BaseDirectory, "..", "..", "Rtemis.Cli", new DirectoryInfo(AppContext.BaseDirectory).Name,
        OperatingSystem.IsWindows() ? "rtemis-server.exe" : "rtemis-server"));

    public int Port { get; }

    public int Id => _process.Id;

    public Uri Address => new($"ws://127.0.0.1:{Port}/");

    /// <summary>What it printed to standard output up to the moment it was ready.</summary>
    public string Banner { get; private set; } = "";

    /// <summary>The address with a one-time code that it printed.</summary>
    public string Link => LinkLine().Match(Banner).Groups[1].Value;

    /// <summary>The code in it.</summary>
    public string Code => Link[(Link.IndexOf("#code=", StringComparison.Ordinal) + 6)..];

    /// <summary>What it logged.</summary>
    public string Log
    {
        get
        {
            lock (_errors) return string.Join('\n', _errors);
        }
    }

    /// <summary>The ids of its daemons.</summary>
    public IReadOnlyList<int> Daemons => File.ReadAllText($"/proc/{Id}/task/{Id}/children") is { } children && children.Length > 0
        ? [.. children.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(c => int.Parse(c, CultureInfo.InvariantCulture))]
        : DaemonsOfAllThreads();

    public static Task<ServerProcess> StartAsync(params string[] arguments) => StartInAsync(null, arguments);

    /// <summary>The same with a folder of its own for temporary files; null for the system's.</summary>
    public static Task<ServerProcess> StartInAsync(string? temporary, params string[] arguments) =>
        StartWithAsync(temporary is null ? [] : new() { ["TMPDIR"] = temporary }, arguments);

    /// <summary>The same started by another program, which becomes it.</summary>
    /// <param name="starter">The program and its arguments.</param>
    /// <param name="arguments">The server's arguments.</param>
    public static Task<ServerProcess> StartThroughAsync(string[] starter, params string[] arguments) => StartAsync(starter, [], arguments);

    /// <summary>The same with environment variables of its own.</summary>
    public static Task<ServerProcess> StartWithAsync(Dictionary<string, string> environment, params string[] arguments) => StartAsync([], environment, arguments);

    static async Task<ServerProcess> StartAsync(string[] starter, Dictionary<string, string> environment, string[] arguments)
    {
        var asked = Array.IndexOf(arguments, "--port");
        var port = asked < 0 ? FreePort() : int.Parse(arguments[asked + 1], CultureInfo.InvariantCulture);
        string[] listen = asked < 0 ? ["--port", port.ToString(CultureInfo.InvariantCulture)] : [];
        // What says by itself which token there is stands alone.
        string[] token = environment.ContainsKey("RTEMISLIVE_TOKEN") || arguments.Contains("--token-file") ? [] : ["--token", Token];
        string[] kept = arguments.Contains("--state-dir") ? [] : ["--ephemeral"];
        // A test that says nothing of R has nothing to do with the R of the machine.
        string[] engine = arguments.Contains("--engine") ? [] : ["--engine", "native"];
        var process = StartProgram([.. listen, .. token, .. kept, .. engine, .. arguments], environment, starter);
        var server = new ServerProcess(process, port);
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            var line = await process.StandardOutput.ReadLineAsync(patience.Token)
                ?? throw new InvalidOperationException($"The server ended at once: {server.Log}");
            server.Banner += line + "\n";
            if (line.StartsWith("Press Ctrl-C", StringComparison.Ordinal)) return server;
        }
    }

    /// <summary>Starts the program with any arguments and gives it time to end; its exit code and all that it printed.</summary>
    public static async Task<(int ExitCode, string Output)> RunToEndAsync(params string[] arguments)
    {
        using var process = StartProgram(arguments);
        using var patience = new CancellationTokenSource(Patience);
        var output = process.StandardOutput.ReadToEndAsync(patience.Token);
        var errors = process.StandardError.ReadToEndAsync(patience.Token);
        await process.WaitForExitAsync(patience.Token);
        return (process.ExitCode, await output + await errors);
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        while (true)
        {
            listener.Start();
            var port = ((IPEndPoint)listener.LocalEndpoint).Port;
            listener.Stop();
            if (port is >= 1024 and <= 49151) return port;
        }
    }

    public Task<RtemisClient> ConnectAsync(ClientOptions? options = null) =>
        RtemisClient.ConnectAsync(Address, Token, options, TestContext.Current.CancellationToken);

    /// <summary>A client for tests of the protocol itself.</summary>
    public Task<WireClient> OpenWireAsync() => WireClient.ConnectAsync(Address, Token);

    /// <summary>Sends a signal, e.g. <c>-STOP</c>, to a process.</summary>
    public static void Signal(string signal, int pid)
    {
        using var kill = Process.Start("kill", [signal, pid.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    /// <summary>Waits for the end; the exit code.</summary>
    public async Task<int> WaitForExitAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        await _process.WaitForExitAsync(patience.Token);
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (_disposed) return;
        _disposed = true;
        if (!_process.HasExited)
        {
            Signal("-TERM", Id);
            await WaitForExitAsync();
        }
        _process.Dispose();
    }

    /// <summary>Whether a process is there and no mere leftover.</summary>
    public static bool IsRunning(int pid)
    {
        try
        {
            return !ZombieState().IsMatch(File.ReadAllText($"/proc/{pid}/stat"));
        }
        catch (IOException)
        {
            // It is gone, perhaps since a moment.
            return false;
        }
    }

    static Process StartProgram(string[] arguments, Dictionary<string, string>? environment = null, string[]? starter = null)
    {
        string[] all = [.. starter ?? [], Program, .. arguments];
        // Its input is a pipe: with the terminal of whoever runs the tests it would listen to the keyboard.
        var info = new ProcessStartInfo(all[0], all[1..]) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var name in info.Environment.Keys.Where(k => k.StartsWith("RTEMISLIVE_", StringComparison.Ordinal)).ToList()) info.Environment.Remove(name);
        foreach (var (name, value) in environment ?? []) info.Environment[name] = value;
        return Process.Start(info)!;
    }

    // A child belongs to the thread that started it.
    List<int> DaemonsOfAllThreads() =>
        [.. Directory.GetDirectories($"/proc/{Id}/task")
            .SelectMany(t => File.ReadAllText(Path.Combine(t, "children")).Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Select(c => int.Parse(c, CultureInfo.InvariantCulture))];

    [GeneratedRegex(@"^  open        (http://\S+/#code=\S+)$", RegexOptions.Multiline)]
    private static partial Regex LinkLine();

    [GeneratedRegex(@"^\d+ \(.*\) Z ")]
    private static partial Regex ZombieState();
}
