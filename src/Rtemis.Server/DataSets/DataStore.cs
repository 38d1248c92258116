using System.Buffers;
using Rtemis.Data;
using Rtemis.Engines;
using Rtemis.Protocol;
using Rtemis.Protocol.Messages;
using Rtemis.Server.State;

namespace Rtemis.Server.DataSets;

/// <summary>A session's tables and uploads in progress. Files are written and read outside its lock.</summary>
sealed class DataStore(string session, DataFiles files, StateStore store, TimeProvider clock)
{
    const long LargestTable = int.MaxValue;
    const int MostChunks = 1_000_000;

    readonly Lock _lock = new();
    readonly List<DataSet> _sets = [];
    bool _closed;

    /// <summary>Raised when a table has come or gone, outside the lock.</summary>
    public event Action? Changed;

    /// <summary>The tables, oldest first, as clients see them.</summary>
    public IReadOnlyList<DataEntry> Entries()
    {
        lock (_lock) return [.. _sets.Select(s => s.Entry())];
    }

    /// <summary>The uploads in progress.</summary>
    public UploadList Uploads { get; } = new();

    /// <summary>The table of that handle.</summary>
    /// <exception cref="ProtocolException">There is none.</exception>
    public DataSet Find(string id)
    {
        lock (_lock) return _sets.Find(s => s.Id == id) ?? throw new ProtocolException(ErrorCodes.NotFound, $"Unknown data_handle '{id}'.");
    }

    /// <summary>The table of that handle with a lease on its file.</summary>
    /// <exception cref="ProtocolException">There is none.</exception>
    public (DataSet Set, IDisposable Lease) Borrow(string id)
    {
        lock (_lock)
        {
            var set = Find(id);
            return (set, set.Lease());
        }
    }

    /// <summary>Takes what the database has; nothing is told.</summary>
    public void Restore(IEnumerable<DataSet> sets, IEnumerable<Upload> uploads)
    {
        _sets.AddRange(sets);
        foreach (var upload in uploads) Uploads.Add(upload);
    }

    /// <summary>Takes a table that came in one frame.</summary>
    /// <exception cref="ProtocolException">It is no table, or there is no room.</exception>
    public async Task<DataSet> AddAsync(string name, ReadOnlySequence<byte> payload, CancellationToken cancellation)
    {
        CheckRoom();
        files.Limit.Reserve(payload.Length);
        var id = Ids.Data();
        await OrDiscardAsync(id, payload.Length, () => DataFiles.WriteAsync(files.PathOf(id), payload, cancellation)).ConfigureAwait(false);
        return await RegisterAsync(id, name, payload.Length, FileDigest.Of(payload)).ConfigureAwait(false);
    }

    /// <summary>Takes a table that was made here.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="make">Makes it, once it is known that there is room.</param>
    /// <exception cref="ProtocolException">There is no room.</exception>
    public async Task<DataSet> AddAsync(string name, Func<Table> make)
    {
        CheckRoom();
        files.Limit.RequireRoom();
        var table = make();
        var id = Ids.Data();
        var bytes = 0L;
        await OrDiscardAsync(id, 0, () =>
        {
            bytes = DataFiles.Write(files.PathOf(id), table);
            files.Limit.Reserve(bytes);
            return Task.CompletedTask;
        }).ConfigureAwait(false);
        return await RegisterAsync(id, name, bytes, digest: null).ConfigureAwait(false);
    }

    /// <summary>Opens an upload in chunks.</summary>
    /// <exception cref="ProtocolException">There are too many, or the sizes are beyond what a table can have.</exception>
    public Upload Begin(string name, long totalBytes, long chunks)
    {
        if (totalBytes > LargestTable)
            throw new ProtocolException(ErrorCodes.InvalidParams, $"`total_bytes` must be at most {LargestTable} (got {totalBytes}).");
        if (chunks > MostChunks) throw new ProtocolException(ErrorCodes.InvalidParams, $"`n_chunks` must be at most {MostChunks} (got {chunks}).");
        CheckRoom();
        Uploads.RequireRoom();
        files.Limit.Reserve(totalBytes);
        var upload = new Upload(new UploadRow(Ids.Upload(), session, name, totalBytes, (int)chunks), files, store, clock);
        try
        {
            upload.Create();
            Uploads.Add(upload);
            return upload;
        }
        catch
        {
            upload.Dispose();
            throw;
        }
    }

    /// <summary>Makes a table of an upload. The upload is gone whether that works or not.</summary>
    /// <exception cref="ProtocolException">Chunks are missing, it is no table, or there are too many.</exception>
    public async Task<DataSet> EndAsync(string uploadId, CancellationToken cancellation)
    {
        using var upload = Uploads.Take(uploadId);
        CheckRoom();
        var id = Ids.DataOf(uploadId);
        await OrDiscardAsync(id, 0, () => upload.FinishAsync(files.PathOf(id), cancellation)).ConfigureAwait(false);
        return await RegisterAsync(id, upload.Name, upload.TotalBytes, upload.Digest, uploadId).ConfigureAwait(false);
    }

    /// <summary>Drops a table; false when there is none.</summary>
    public bool Delete(string id)
    {
        DataSet? set;
        lock (_lock) set = _sets.Find(s => s.Id == id);
        if (set is null) return false;
        store.Write(tx => tx.Put(set.Going()));
        return Remove(set);
    }

    /// <summary>Drops all tables that nobody has used for a time and nobody reads, and uploads that went no further; says how many.</summary>
    public int DropUnused(TimeSpan idle)
    {
        List<DataSet> sets;
        lock (_lock) sets = _sets.FindAll(s => s.Idle > idle && !s.IsLeased);
        foreach (var set in sets) store.Settle(tx => tx.Put(set.Going()));
        return sets.Count(Remove) + Uploads.CancelIdle(idle);
    }

    /// <summary>Drops everything and takes nothing more: the session is gone from the database.</summary>
    public void Close()
    {
        lock (_lock)
        {
            _closed = true;
            foreach (var set in _sets) set.Delete();
            _sets.Clear();
        }
        Uploads.Close();
    }

    bool Remove(DataSet set)
    {
        lock (_lock)
            if (!_sets.Remove(set)) return false;
        set.Delete();
        Changed?.Invoke();
        return true;
    }

    // Makes a table of a file that is there and counted in the limit.
    async Task<DataSet> RegisterAsync(string id, string name, long bytes, FileDigest? digest, string? upload = null)
    {
        DataSet? set = null;
        await OrDiscardAsync(id, bytes, async () =>
        {
            var (rows, columns, written) = await files.TakeInAsync(files.PathOf(id), digest).ConfigureAwait(false);
            var row = new TableRow(id, session, name, rows, columns, written, store.NextNumber());
            CheckRoom();
            store.Write(tx =>
            {
                tx.Put(row);
                if (upload is not null) tx.RemoveUpload(upload);
            });
            set = new DataSet(row, files, store, clock);
            Add(set);
        }).ConfigureAwait(false);
        Changed?.Invoke();
        return set!;
    }

    // There may be no room any more: others came first, or the session was deleted.
    void Add(DataSet set)
    {
        try
        {
            lock (_lock)
            {
                CheckRoom();
                _sets.Add(set);
            }
        }
        catch (ProtocolException)
        {
            store.Settle(tx => tx.RemoveTable(set.Id));
            throw;
        }
    }

    // What goes wrong costs the file and what it counts for.
    async Task OrDiscardAsync(string id, long bytes, Func<Task> work)
    {
        try
        {
            await work().ConfigureAwait(false);
        }
        catch (Exception e)
        {
            files.Limit.Remove(bytes);
            files.Delete(files.PathOf(id));
            if (e is not ArrowFormatException format) throw;
            throw new ProtocolException(ErrorCodes.InvalidParams, $"Could not decode Arrow IPC stream: {format.Message}", format);
        }
    }

    void CheckRoom()
    {
        lock (_lock)
        {
            if (_closed) throw new ProtocolException(ErrorCodes.SessionNotFound, "The session was deleted.");
            if (_sets.Count >= ProtocolLimits.DataHandles)
                throw new ProtocolException(ErrorCodes.TooMany, $"The session holds {_sets.Count} tables, the most allowed. Delete one first.");
        }
    }
}
