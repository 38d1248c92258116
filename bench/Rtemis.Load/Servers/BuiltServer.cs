using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Rtemis.Load.Servers;

/// <summary>The built program as a process of its own, which goes when it is disposed.</summary>
sealed class BuiltServer : IDisposable
{
    public const string Token = "abcd-1234-ef56-7890";
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    readonly Process _process;

    BuiltServer(Process process, int port)
    {
        _process = process;
        Port = port;
    }

    /// <summary>The program that is measured: the one built beside this one, or another.</summary>
    public static string Program { get; set; } = Path.GetFullPath(Path.Combine(
        AppContext.BaseDirectory, "..", "..", "Rtemis.Cli", new DirectoryInfo(AppContext.BaseDirectory).Name,
        OperatingSystem.IsWindows() ? "rtemis-server.exe" : "rtemis-server"));

    public int Port { get; }

    /// <summary>From the start of the process to the first answer of <c>/health</c>.</summary>
    public TimeSpan TimeToListening { get; private init; }

    /// <summary>Processor time so far.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    public int Id => _process.Id;

    public static BuiltServer Start()
    {
        var port = FreePort.Find();
        string[] arguments =
        [
            "--port", port.ToString(CultureInfo.InvariantCulture), "--token", Token, "--ephemeral", "--engine", "native", "--verbosity", "0", "--max-sessions", "200",
        ];
        var info = new ProcessStartInfo(Program, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        var started = Stopwatch.GetTimestamp();
        var process = Process.Start(info)!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        while (!IsHealthy(port))
        {
            if (process.HasExited || Stopwatch.GetElapsedTime(started) > Patience) throw new InvalidOperationException($"{Program} did not come up.");
            Thread.Sleep(2);
        }
        return new BuiltServer(process, port) { TimeToListening = Stopwatch.GetElapsedTime(started) };
    }

    public Wire.RawConnection Connect() => Wire.RawConnection.Open(Port, Token);

    /// <summary>A connection attached to a session.</summary>
    public Wire.RawConnection Attach(string session, bool make = false) => Wire.RawConnection.Open(Port, Token, session, make);

    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
        _process.Dispose();
    }

    static bool IsHealthy(int port)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            socket.Connect(IPAddress.Loopback, port);
            socket.Send(System.Text.Encoding.ASCII.GetBytes($"GET /health HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\n\r\n"));
            var answer = new byte[64];
            return socket.Receive(answer) > 12 && answer.AsSpan().StartsWith("HTTP/1.1 200"u8);
        }
        catch (SocketException)
        {
            // Not yet.
            return false;
        }
    }
}
