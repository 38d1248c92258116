using Rtemis.Protocol.Messages;
using Rtemis.Server.Tables;

namespace Rtemis.Server.DataSets;

/// <summary>
/// An uploaded table: a file that is read, never changed. Whoever reads it holds a lease; the file goes when it was deleted and the last lease ends.
/// </summary>
sealed class DataSet
{
    readonly Lock _lock = new();
    readonly OpenTables _tables;
    int _leases;
    bool _deleted;

    public DataSet(string id, string name, string path, int rows, IReadOnlyList<string> columns, OpenTables tables, DateTimeOffset now)
    {
        Id = id;
        Name = name;
        Path = path;
        Rows = rows;
        Columns = columns;
        _tables = tables;
        LastUsed = now;
    }

    /// <summary>The handle on the wire.</summary>
    public string Id { get; }

    public string Name { get; }

    /// <summary>The Arrow IPC stream.</summary>
    public string Path { get; }

    public int Rows { get; }

    /// <summary>The columns' names, in order.</summary>
    public IReadOnlyList<string> Columns { get; }

    public DateTimeOffset LastUsed { get; private set; }

    /// <summary>Whether somebody reads it.</summary>
    public bool IsLeased
    {
        get
        {
            lock (_lock) return _leases > 0;
        }
    }

    public DataEntry Entry() => new(Id, Name, Rows, Columns.Count);

    /// <summary>Keeps the file until the lease is disposed.</summary>
    public IDisposable Lease(DateTimeOffset now)
    {
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_deleted && _leases == 0, this);
            _leases++;
            LastUsed = now;
        }
        return new LeaseHandle(this);
    }

    /// <summary>Lets the file go as soon as nobody reads it.</summary>
    public void Delete()
    {
        lock (_lock)
        {
            _deleted = true;
            if (_leases == 0) DeleteFile();
        }
    }

    void Release()
    {
        lock (_lock)
            if (--_leases == 0 && _deleted) DeleteFile();
    }

    void DeleteFile()
    {
        _tables.Forget(Path);
        File.Delete(Path);
    }

    sealed class LeaseHandle(DataSet data) : IDisposable
    {
        DataSet? _data = data;

        public void Dispose() => Interlocked.Exchange(ref _data, null)?.Release();
    }
}
