using System.Diagnostics;
using System.Globalization;
using Rtemis.Load.Wire;

namespace Rtemis.Load.Servers;

/// <summary>A process that runs <see cref="EmbeddedServer"/>, seen from outside. It goes when it is disposed.</summary>
sealed class ProbedServer : IDisposable
{
    readonly Process _process;

    public ProbedServer()
    {
        var info = new ProcessStartInfo(Environment.ProcessPath!, [EmbeddedServer.Verb]) { RedirectStandardInput = true, RedirectStandardOutput = true };
        _process = Process.Start(info)!;
        Port = int.Parse(ReadLine(), CultureInfo.InvariantCulture);
    }

    public int Port { get; }

    /// <summary>What was allocated in the server so far, in bytes, and how often it was collected.</summary>
    public (long Bytes, int Collections) Allocated()
    {
        _process.StandardInput.WriteLine();
        var parts = ReadLine().Split(' ');
        return (long.Parse(parts[0], CultureInfo.InvariantCulture), int.Parse(parts[1], CultureInfo.InvariantCulture));
    }

    public RawConnection Connect() => RawConnection.Open(Port, BuiltServer.Token);

    /// <summary>A connection attached to a session.</summary>
    public RawConnection Attach(string session, bool make = false) => RawConnection.Open(Port, BuiltServer.Token, session, make);

    public void Dispose()
    {
        _process.StandardInput.Close();
        if (!_process.WaitForExit(TimeSpan.FromSeconds(10))) _process.Kill(entireProcessTree: true);
        _process.Dispose();
    }

    string ReadLine() => _process.StandardOutput.ReadLine() ?? throw new InvalidOperationException("The embedded server ended.");
}
