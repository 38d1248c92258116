using System.Buffers;
using Rtemis.Data;
using Rtemis.Protocol;
using Rtemis.Protocol.Messages;
using Rtemis.Server.Hosting;
using Rtemis.Server.Tables;

namespace Rtemis.Server.DataSets;

/// <summary>A session's tables and uploads in progress. Files are written and read outside its lock.</summary>
sealed class DataStore(StateFolder folder, OpenTables tables, TimeProvider clock)
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
            return (set, set.Lease(clock.GetUtcNow()));
        }
    }

    /// <summary>Takes a table that came in one frame.</summary>
    /// <exception cref="ProtocolException">It is no table, or there are too many.</exception>
    public async Task<DataSet> AddAsync(string name, ReadOnlySequence<byte> payload, CancellationToken cancellation)
    {
        CheckRoom();
        var id = Ids.Data();
        var path = PathOf(id);
        try
        {
            using (var file = File.OpenHandle(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, FileOptions.Asynchronous, payload.Length))
                await RandomAccess.WriteAsync(file, Upload.Segments(payload), 0, cancellation).ConfigureAwait(false);
        }
        catch
        {
            File.Delete(path);
            throw;
        }
        return Register(id, name, path);
    }

    /// <summary>Takes a table that was made here.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="make">Makes it, once it is known that there is room.</param>
    /// <exception cref="ProtocolException">There are too many.</exception>
    public DataSet Add(string name, Func<Table> make)
    {
        CheckRoom();
        var table = make();
        var id = Ids.Data();
        var path = PathOf(id);
        try
        {
            using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 1 << 16);
            ArrowStreamWriter.Write(table, file);
        }
        catch
        {
            File.Delete(path);
            throw;
        }
        return Register(id, name, path);
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
        {
            if (_uploads.Count >= ProtocolLimits.DataHandles)
                throw new ProtocolException(ErrorCodes.TooMany, $"{_uploads.Count} uploads are open, the most allowed. End or cancel one first.");
            var upload = new Upload(name, totalBytes, (int)chunks, folder.Uploads, clock.GetUtcNow());
            _uploads.Add(upload.Id, upload);
            return upload;
        }
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
        var id = Ids.Data();
        await upload.FinishAsync(PathOf(id), cancellation).ConfigureAwait(false);
        return Register(id, upload.Name, PathOf(id));
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
        lock (_lock)
        {
            set = _sets.Find(s => s.Id == id);
            if (set is not null) _sets.Remove(set);
        }
        if (set is null) return false;
        set.Delete();
        Changed?.Invoke();
        return true;
    }

    /// <summary>Drops all tables that nobody has used since a time and nobody reads, and uploads that went no further; says how many.</summary>
    public int DropUnused(DateTimeOffset since)
    {
        List<DataSet> sets;
        int uploads;
        lock (_lock)
        {
            sets = _sets.FindAll(s => s.LastUsed < since && !s.IsLeased);
            foreach (var set in sets) Remove(set);
            uploads = _uploads.Values.Where(u => u.LastUsed < since).Select(u => u.Id).ToList().Count(Cancel);
        }
        if (sets.Count > 0) Changed?.Invoke();
        return sets.Count + uploads;
    }

    /// <summary>Drops everything and takes nothing more: the session ends.</summary>
    public void Close()
    {
        lock (_lock)
        {
            _closed = true;
            foreach (var set in _sets.ToList()) Remove(set);
            foreach (var upload in _uploads.Keys.ToList()) Cancel(upload);
        }
    }

    // The table is read once in full: whoever opens it later can trust its every length and index. It stays open, since it will be looked into next.
    DataSet Register(string id, string name, string path)
    {
        try
        {
            DataSet set;
            using (var open = tables.Use(path))
                set = new DataSet(id, name, path, open.Table.Rows, [.. open.Table.Columns.Select(c => c.Name)], tables, clock.GetUtcNow());
            lock (_lock)
            {
                CheckRoom();
                _sets.Add(set);
            }
            Changed?.Invoke();
            return set;
        }
        catch (ArrowFormatException e)
        {
            File.Delete(path);
            throw new ProtocolException(ErrorCodes.InvalidParams, $"Could not decode Arrow IPC stream: {e.Message}", e);
        }
        catch
        {
            tables.Forget(path);
            File.Delete(path);
            throw;
        }
    }

    void Remove(DataSet set)
    {
        _sets.Remove(set);
        set.Delete();
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

    string PathOf(string id) => Path.Combine(folder.Data, id + ".arrow");
}
