using Rtemis.Protocol;

namespace Rtemis.Server.DataSets;

/// <summary>A session's uploads in progress, by id.</summary>
sealed class UploadList
{
    readonly Lock _lock = new();
    readonly Dictionary<string, Upload> _uploads = [];
    bool _closed;

    /// <summary>Their ids.</summary>
    public IReadOnlyList<string> Ids
    {
        get
        {
            lock (_lock) return [.. _uploads.Keys];
        }
    }

    /// <summary>Refuses one more where there are as many as may be.</summary>
    /// <exception cref="ProtocolException">There are.</exception>
    public void RequireRoom()
    {
        lock (_lock)
            if (_closed || _uploads.Count >= ProtocolLimits.DataHandles)
                throw new ProtocolException(ErrorCodes.TooMany, $"{_uploads.Count} uploads are open, the most allowed. End or cancel one first.");
    }

    /// <summary>Takes one in.</summary>
    /// <exception cref="ProtocolException">There are too many.</exception>
    public void Add(Upload upload)
    {
        lock (_lock)
        {
            RequireRoom();
            _uploads.Add(upload.Id, upload);
        }
    }

    /// <summary>The upload of that id.</summary>
    /// <exception cref="ProtocolException">There is none.</exception>
    public Upload Find(string id)
    {
        lock (_lock) return _uploads.GetValueOrDefault(id) ?? throw Unknown(id);
    }

    /// <summary>The same, and nobody finds it any more: it is the caller's to dispose.</summary>
    /// <exception cref="ProtocolException">There is none.</exception>
    public Upload Take(string id)
    {
        lock (_lock) return _uploads.Remove(id, out var upload) ? upload : throw Unknown(id);
    }

    /// <summary>Drops an upload; false when there is none.</summary>
    public bool Cancel(string id)
    {
        Upload? upload;
        lock (_lock) _uploads.Remove(id, out upload);
        upload?.Dispose();
        return upload is not null;
    }

    /// <summary>Drops those that went no further for a time; says how many.</summary>
    public int CancelIdle(TimeSpan idle)
    {
        List<string> old;
        lock (_lock) old = [.. _uploads.Values.Where(u => u.Idle > idle).Select(u => u.Id)];
        return old.Count(Cancel);
    }

    /// <summary>Drops all and takes no more.</summary>
    public void Close()
    {
        lock (_lock) _closed = true;
        foreach (var id in Ids) Cancel(id);
    }

    static ProtocolException Unknown(string id) => new(ErrorCodes.NotFound, $"Unknown upload_id '{id}'.");
}
