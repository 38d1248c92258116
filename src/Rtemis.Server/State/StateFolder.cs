using Rtemis.Server.Options;

namespace Rtemis.Server.State;

/// <summary>
/// Where the state lives: the database, uploads in progress, tables, results. One server a folder; only the owner can read it. An ephemeral folder goes
/// when the server stops.
/// </summary>
sealed class StateFolder : IDisposable
{
    const string TemporaryPrefix = "rtemis-server-";
    static readonly TimeSpan YoungestLeftover = TimeSpan.FromMinutes(1);

    readonly StateLock _lock;

    /// <summary>Makes the folder, or takes the one that is there.</summary>
    /// <exception cref="StateException">Another server has it, or it can't be written.</exception>
    public StateFolder(ServerOptions options)
    {
        // Servers whose ports the system chooses are no ones to come back to.
        IsEphemeral = options.Ephemeral || (options.StateDir is null && options.Port == 0);
        try
        {
            if (IsEphemeral) RemoveLeftovers();
            Root = IsEphemeral ? Directory.CreateTempSubdirectory(TemporaryPrefix).FullName : Create(options.StateDir ?? StatePlace.Default(options.Port));
            _lock = StateLock.Take(Root, options.Port);
            Uploads = Create(Path.Combine(Root, "uploads"));
            Data = Create(Path.Combine(Root, "data"));
            Jobs = Create(Path.Combine(Root, "jobs"));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StateException($"The state folder {Root ?? options.StateDir} can't be used: {e.Message}", e);
        }
    }

    public string Root { get; }

    /// <summary>Whether the folder goes when the server stops: nothing in it needs to survive a power cut.</summary>
    public bool IsEphemeral { get; }

    /// <summary>Sessions, events, jobs, and what tables and uploads there are.</summary>
    public string Database => Path.Combine(Root, "state.db");

    /// <summary>Uploads in progress, and tables that are not whole yet.</summary>
    public string Uploads { get; }

    /// <summary>Tables: <c>HANDLE.arrow</c>.</summary>
    public string Data { get; }

    /// <summary>Results: one folder a job.</summary>
    public string Jobs { get; }

    public void Dispose()
    {
        // Elsewhere than on Windows the lock can be held to the last moment, so that nobody takes the folder for a leftover.
        if (OperatingSystem.IsWindows()) _lock.Dispose();
        if (IsEphemeral && Directory.Exists(Root)) Directory.Delete(Root, recursive: true);
        _lock.Dispose();
    }

    // What servers left that were killed: nobody holds its lock. One that is very young may be about to be locked.
    static void RemoveLeftovers()
    {
        foreach (var folder in new DirectoryInfo(Path.GetTempPath()).EnumerateDirectories(TemporaryPrefix + "*"))
        {
            if (folder.LastWriteTimeUtc > DateTime.UtcNow - YoungestLeftover || !StateLock.IsAbandoned(folder.FullName)) continue;
            try
            {
                folder.Delete(recursive: true);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // Another server that starts is at it.
            }
        }
    }

    static string Create(string path)
    {
        if (OperatingSystem.IsWindows()) return Directory.CreateDirectory(path).FullName;
        const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        var folder = Directory.CreateDirectory(path, Owner);
        // One that was there may be open to others.
        if (folder.UnixFileMode != Owner) folder.UnixFileMode = Owner;
        return folder.FullName;
    }
}
