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
    readonly Dictionary<string, Upload> _uploads = [];
    bool _closed;

    /// <summary>Raised when a table has come or gone, outside the lock.</summary>
    public event Action? Changed;

    /// <summary>The tables, oldest first, as clients see them.</summary>
    public IReadOnlyList<DataEntry> Entries()
    {
        lock (_lock) return [.. _sets.Select(s => s.Entry())];
    }

    /// <summary>The uploads in progress.</summary>
    public IReadOnlyList<string> UploadIds
    {
        get
        {
            lock (_lock) return [.. _uploads.Keys];
        }
    }

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
        foreach (var upload in uploads) _uploads.Add(upload.Id, upload);
    }

    /// <summary>Takes a table that came in one frame.</summary>
    /// <exception cref="ProtocolException">It is no table, or there is no room.</exception>
    public async Task<DataSet> AddAsync(string name, ReadOnlySequence<byte> payload, CancellationToken cancellation)
    {
        CheckRoom();
        files.Limit.Reserve(payload.Length);
        var id = Ids.Data();
        var path = files.PathOf(id);
        try
        {
            using var file = File.OpenHandle(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, FileOptions.Asynchronous);
            await RandomAccess.WriteAsync(file, Upload.Segments(payload), 0, cancellation).ConfigureAwait(false);
        }
        catch
        {
            Discard(path, payload.Length);
            throw;
        }
        return await RegisterAsync(id, name, path, payload.Length).ConfigureAwait(false);
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
        var path = files.PathOf(id);
        long bytes;
        try
        {
            using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 1 << 16);
            ArrowStreamWriter.Write(table, file);
            bytes = file.Length;
            files.Limit.Reserve(bytes);
        }
        catch
        {
            Discard(path, 0);
            throw;
        }
        return await RegisterAsync(id, name, path, bytes).ConfigureAwait(false);
    }

    /// <summary>Opens an upload in chunks.</summary>
    /// <exception cref="ProtocolException">There are too many, or the sizes are beyond what a table can have.</exception>
    public Upload Begin(string name, long totalBytes, long chunks)
    {
        if (totalBytes > LargestTable)
            throw new ProtocolException(ErrorCodes.InvalidParams, $"`total_bytes` must be at most {LargestTable} (got {totalBytes}).");
        if (chunks > MostChunks) throw new ProtocolException(ErrorCodes.InvalidParams, $"`n_chunks` must be at most {MostChunks} (got {chunks}).");
        CheckRoom();
        lock (_lock)
            if (_uploads.Count >= ProtocolLimits.DataHandles)
                throw new ProtocolException(ErrorCodes.TooMany, $"{_uploads.Count} uploads are open, the most allowed. End or cancel one first.");
        files.Limit.Reserve(totalBytes);
        var upload = new Upload(new UploadRow(Ids.Upload(), session, name, totalBytes, (int)chunks), files, store, clock);
        try
        {
            upload.Create();
        }
        catch
        {
            upload.Dispose();
            throw;
        }
        lock (_lock) _uploads.Add(upload.Id, upload);
        return upload;
    }

    /// <summary>The upload of that id.</summary>
    /// <exception cref="ProtocolException">There is none.</exception>
    public Upload FindUpload(string id)
    {
        lock (_lock) return _uploads.GetValueOrDefault(id) ?? throw new ProtocolException(ErrorCodes.NotFound, $"Unknown upload_id '{id}'.");
    }

    /// <summary>Makes a table of an upload. The upload is gone whether that works or not.</summary>
    /// <exception cref="ProtocolException">Chunks are missing, it is no table, or there are too many.</exception>
    public async Task<DataSet> EndAsync(string uploadId, CancellationToken cancellation)
    {
        using var upload = FindUpload(uploadId);
        lock (_lock) _uploads.Remove(uploadId);
        CheckRoom();
        var id = Ids.DataOf(uploadId);
        await upload.FinishAsync(files.PathOf(id), cancellation).ConfigureAwait(false);
        return await RegisterAsync(id, upload.Name, files.PathOf(id), upload.TotalBytes, uploadId).ConfigureAwait(false);
    }

    /// <summary>Drops an upload; false when there is none.</summary>
    public bool Cancel(string uploadId)
    {
        Upload? upload;
        lock (_lock) _uploads.Remove(uploadId, out upload);
        upload?.Dispose();
        return upload is not null;
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
        List<string> uploads;
        lock (_lock)
        {
            sets = _sets.FindAll(s => s.Idle > idle && !s.IsLeased);
            uploads = [.. _uploads.Values.Where(u => u.Idle > idle).Select(u => u.Id)];
        }
        foreach (var set in sets) store.Settle(tx => tx.Put(set.Going()));
        return sets.Count(Remove) + uploads.Count(Cancel);
    }

    /// <summary>Drops everything and takes nothing more: the session is gone from the database.</summary>
    public void Close()
    {
        lock (_lock)
        {
            _closed = true;
            foreach (var set in _sets) set.Delete();
            _sets.Clear();
            foreach (var upload in _uploads.Keys.ToList()) Cancel(upload);
        }
    }

    bool Remove(DataSet set)
    {
        lock (_lock)
            if (!_sets.Remove(set)) return false;
        set.Delete();
        Changed?.Invoke();
        return true;
    }

    // The table is read once in full: whoever opens it later can trust its every length and index. It stays open, since it will be looked into next.
    // Meanwhile it goes to the disk.
    async Task<DataSet> RegisterAsync(string id, string name, string path, long bytes, string? upload = null)
    {
        try
        {
            var flushed = Task.Run(() => files.Flush(path));
            FileDigest digest;
            int rows;
            string[] columns;
            try
            {
                using var open = files.Open.Use(path);
                (rows, columns) = (open.Table.Rows, [.. open.Table.Columns.Select(c => c.Name)]);
                digest = FileDigest.OfFile(path);
            }
            finally
            {
                await flushed.ConfigureAwait(false);
            }
            files.Checks.Trust(path);
            var row = new TableRow(id, session, name, rows, columns, digest, store.NextNumber());
            var set = new DataSet(row, files, store, clock);
            CheckRoom();
            store.Write(tx =>
            {
                tx.Put(row);
                if (upload is not null) tx.RemoveUpload(upload);
            });
            Add(set);
            Changed?.Invoke();
            return set;
        }
        catch (ArrowFormatException e)
        {
            Discard(path, bytes);
            throw new ProtocolException(ErrorCodes.InvalidParams, $"Could not decode Arrow IPC stream: {e.Message}", e);
        }
        catch
        {
            Discard(path, bytes);
            throw;
        }
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

    void Discard(string path, long bytes)
    {
        files.Limit.Remove(bytes);
        files.Delete(path);
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
