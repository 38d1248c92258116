namespace Rtemis.EndToEnd.Tests.Durability;

/// <summary>A state folder of a test's own, and the servers that one after the other use it.</summary>
sealed class StateDirectory : IAsyncDisposable
{
    readonly List<ServerProcess> _servers = [];
    readonly string _root;

    public StateDirectory(string? root = null)
    {
        _root = root ?? Directory.CreateTempSubdirectory("durability-").FullName;
        Path = System.IO.Path.Combine(_root, "state");
    }

    public string Path { get; }

    public string Data => System.IO.Path.Combine(Path, "data");

    public string Jobs => System.IO.Path.Combine(Path, "jobs");

    public string Uploads => System.IO.Path.Combine(Path, "uploads");

    public string Database => System.IO.Path.Combine(Path, "state.db");

    public async Task<ServerProcess> StartAsync(params string[] arguments)
    {
        var server = await ServerProcess.StartAsync(["--state-dir", Path, .. arguments]);
        _servers.Add(server);
        return server;
    }

    /// <summary>Ends a server as nothing else does: without a moment to clean up.</summary>
    public static async Task KillAsync(ServerProcess server)
    {
        ServerProcess.Signal("-KILL", server.Id);
        await server.WaitForExitAsync();
    }

    /// <summary>Changes one byte in the middle of a file.</summary>
    public static void Damage(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.ReadWrite);
        stream.Position = stream.Length / 2;
        var old = stream.ReadByte();
        stream.Position--;
        stream.WriteByte((byte)(old ^ 0x55));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var server in _servers) await server.DisposeAsync();
        Directory.Delete(_root, recursive: true);
    }
}
