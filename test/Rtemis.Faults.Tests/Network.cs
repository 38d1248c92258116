using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Rtemis.Faults.Tests;

/// <summary>A network namespace with a loopback of its own, which can be cut. Only root on Linux can make one.</summary>
sealed partial class Network : IDisposable
{
    const int NetworkKind = 0x40000000;

    readonly string _name;

    Network(string name) => _name = name;

    /// <summary>What a program is started with to be inside.</summary>
    public string[] Command => ["ip", "netns", "exec", _name];

    public static Network Create()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess && File.Exists("/sbin/ip"), "Only root on Linux, with iproute2, can make a network namespace.");
        var network = new Network($"rtemis-{Environment.ProcessId}");
        Assert.SkipUnless(Run("netns", "add", network._name) == 0, "No network namespace can be made here.");
        network.Mend();
        return network;
    }

    /// <summary>Connections stay, and nothing comes through any more.</summary>
    public void Cut() => Assert.Equal(0, Run("-n", _name, "link", "set", "lo", "down"));

    public void Mend() => Assert.Equal(0, Run("-n", _name, "link", "set", "lo", "up"));

    /// <summary>A connection to a port inside.</summary>
    public Task<Stream> DialAsync(int port)
    {
        var done = new TaskCompletionSource<Stream>(TaskCreationOptions.RunContinuationsAsynchronously);
        // A socket belongs to the network of the thread that makes it; this one is thrown away after.
        var thread = new Thread(() =>
        {
            try
            {
                using var space = File.OpenHandle($"/var/run/netns/{_name}");
                if (SetNamespace(space, NetworkKind) != 0) throw new InvalidOperationException($"The network can't be entered (error {Marshal.GetLastPInvokeError()}).");
                var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
                socket.Connect(IPAddress.Loopback, port);
                done.SetResult(new NetworkStream(socket, ownsSocket: true));
            }
            catch (Exception e) when (e is IOException or InvalidOperationException or SocketException)
            {
                done.SetException(e);
            }
        })
        {
            IsBackground = true,
        };
        thread.Start();
        return done.Task;
    }

    public void Dispose() => Run("netns", "delete", _name);

    static int Run(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("/sbin/ip", arguments) { RedirectStandardError = true })!;
        process.WaitForExit();
        return process.ExitCode;
    }

    [LibraryImport("libc", EntryPoint = "setns", SetLastError = true)]
    private static partial int SetNamespace(SafeFileHandle space, int kind);
}
