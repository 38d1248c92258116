using Rtemis.Protocol.Messages;
using Rtemis.Server.State;

namespace Rtemis.Server.DataSets;

/// <summary>
/// An uploaded table: a file that is read, never changed. Whoever reads it holds a lease; the file goes when it was deleted and the last lease ends.
/// </summary>
sealed class DataSet
{
    readonly DataFiles _files;
    readonly StateStore _store;
    readonly TimeProvider _clock;
    readonly TableRow _row;
    readonly Leases _leases;
    long _lastUsed;

    /// <param name="row">The table as the database has it.</param>
    /// <param name="files">Where its file is; its bytes count in their limit.</param>
    /// <param name="store">The database.</param>
    /// <param name="clock">The time.</param>
    public DataSet(TableRow row, DataFiles files, StateStore store, TimeProvider clock)
    {
        _row = row;
        _files = files;
        _store = store;
        _leases = new Leases(row.Deleted, DeleteFile);
        Path = files.PathOf(row.Id);
        _clock = clock;
        _lastUsed = clock.GetTimestamp();
    }

    /// <summary>The handle on the wire.</summary>
    public string Id => _row.Id;

    public string Name => _row.Name;

    /// <summary>The Arrow IPC stream.</summary>
    public string Path { get; }

    public int Rows => _row.Rows;

    /// <summary>The columns' names, in order.</summary>
    public IReadOnlyList<string> Columns => _row.Columns;

    /// <summary>How long nobody has used it.</summary>
    public TimeSpan Idle => _clock.GetElapsedTime(Interlocked.Read(ref _lastUsed));

    /// <summary>Whether somebody reads it.</summary>
    public bool IsLeased => _leases.Any;

    /// <summary>Whether it is there only for those who read it.</summary>
    public bool IsDeleted => _leases.IsGivenUp;

    public DataEntry Entry() => new(Id, Name, Rows, Columns.Count);

    /// <summary>Keeps the file until the lease is disposed.</summary>
    public IDisposable Lease()
    {
        var lease = _leases.TryTake() ?? throw new ObjectDisposedException(nameof(DataSet));
        Interlocked.Exchange(ref _lastUsed, _clock.GetTimestamp());
        return lease;
    }

    /// <summary>The bytes of the file.</summary>
    public long Bytes => _row.Digest.Bytes;

    /// <summary>Makes sure that the file is what was uploaded.</summary>
    /// <exception cref="Protocol.ProtocolException">It was damaged since.</exception>
    public void RequireIntact() => _files.Checks.Require(Path, _row.Digest, $"Table '{Name}' ({Id})");

    /// <summary>The row for the database when the table is to go as soon as nobody reads it.</summary>
    public TableRow Going() => _row with { Deleted = true };

    /// <summary>Lets the file go as soon as nobody reads it.</summary>
    public void Delete() => _leases.GiveUp();

    void DeleteFile()
    {
        _files.Delete(Path);
        _files.Limit.Remove(Bytes);
        _store.TryNote(tx => tx.RemoveTable(Id));
    }
}
