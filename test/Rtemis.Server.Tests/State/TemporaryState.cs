using Microsoft.Extensions.Logging.Abstractions;
using Rtemis.Server.Options;
using Rtemis.Server.State;

namespace Rtemis.Server.Tests.State;

/// <summary>A state folder of a test's own, which can be closed and opened again as by another server process.</summary>
sealed class TemporaryState : IDisposable
{
    readonly string _root = Directory.CreateTempSubdirectory("state-").FullName;

    public TemporaryState() => (Folder, Store) = Open();

    public StateFolder Folder { get; private set; }

    public StateStore Store { get; private set; }

    public void Reopen(Action? meanwhile = null)
    {
        Close();
        meanwhile?.Invoke();
        (Folder, Store) = Open();
    }

    public void Close()
    {
        Store.Dispose();
        Folder.Dispose();
    }

    public void Dispose()
    {
        Close();
        Directory.Delete(_root, recursive: true);
    }

    (StateFolder Folder, StateStore Store) Open()
    {
        var folder = new StateFolder(new ServerOptions { StateDir = _root });
        try
        {
            return (folder, new StateStore(folder, NullLogger<StateStore>.Instance));
        }
        catch
        {
            folder.Dispose();
            throw;
        }
    }
}
