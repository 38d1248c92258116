using Rtemis.Server.Options;

namespace Rtemis.Server.Hosting;

/// <summary>
/// Where files live: uploads in progress, tables, results. A folder that was not asked for is temporary and goes when the server stops. Only the
/// owner can read it.
/// </summary>
sealed class StateFolder : IDisposable
{
    readonly bool _temporary;

    public StateFolder(ServerOptions options)
    {
        _temporary = options.StateDir is null;
        Root = options.StateDir ?? Directory.CreateTempSubdirectory("rtemis-server-").FullName;
        Uploads = Create("uploads");
        Data = Create("data");
        Jobs = Create("jobs");
    }

    public string Root { get; }

    /// <summary>Uploads in progress.</summary>
    public string Uploads { get; }

    /// <summary>Tables: <c>HANDLE.arrow</c>.</summary>
    public string Data { get; }

    /// <summary>Results: one folder a job.</summary>
    public string Jobs { get; }

    public void Dispose()
    {
        if (_temporary && Directory.Exists(Root)) Directory.Delete(Root, recursive: true);
    }

    string Create(string name)
    {
        var path = Path.Combine(Root, name);
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(path);
        else Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return path;
    }
}
