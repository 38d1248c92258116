using Rtemis.Engines;
using Rtemis.Protocol;
using Rtemis.Server.State;

namespace Rtemis.Server.Jobs;

/// <summary>
/// A job's result on the disk. It is there once the job is complete; when the job was deleted it goes as soon as no other job builds on it.
/// </summary>
sealed class JobResult
{
    readonly Lock _lock = new();
    readonly ResultFiles _files;
    readonly string _job;
    readonly Action _gone;
    readonly Leases _leases;
    long _bytes;

    /// <param name="job">The job's id.</param>
    /// <param name="digest">What was written, or null before the job is complete.</param>
    /// <param name="discarded">Whether the job was deleted, and only others need its result.</param>
    /// <param name="files">Where results are.</param>
    /// <param name="gone">Called when a deleted job's result has gone.</param>
    public JobResult(string job, FileDigest? digest, bool discarded, ResultFiles files, Action gone)
    {
        _job = job;
        _files = files;
        _gone = gone;
        _leases = new Leases(discarded, Delete);
        Digest = digest;
        Path = files.FolderOf(job);
        if (digest is not null) _bytes = files.Count(Path);
    }

    /// <summary>The folder.</summary>
    public string Path { get; }

    /// <summary>Of the list of its files, which has theirs; null before the job is complete.</summary>
    public FileDigest? Digest { get; private set; }

    /// <summary>Whether the job was deleted.</summary>
    public bool IsDiscarded => _leases.IsGivenUp;

    /// <summary>The run has written it.</summary>
    public void Take()
    {
        var digest = ResultFolder.DigestOf(Path);
        lock (_lock)
        {
            Digest = digest;
            _bytes = _files.Count(Path);
        }
    }

    /// <summary>The result, which is as it was written as far as its list goes.</summary>
    /// <exception cref="ProtocolException">It was damaged since.</exception>
    public ResultFolder Open()
    {
        _files.Checks.Require(ResultFolder.IndexPath(Path), Digest!.Value, $"The result of `{_job}`");
        return ResultFolder.Open(Path);
    }

    /// <summary>Makes sure that one of its files is as it was written.</summary>
    /// <exception cref="ProtocolException">It was damaged since.</exception>
    public void RequireIntact(ResultFolder result, string file) =>
        _files.Checks.Require(file, result.DigestOfFile(file), $"`{System.IO.Path.GetFileNameWithoutExtension(file)}` of `{_job}`");

    /// <summary>Keeps it until the lease is disposed.</summary>
    /// <exception cref="ProtocolException">It is gone.</exception>
    public IDisposable Lease() => _leases.TryTake() ?? throw new ProtocolException(ErrorCodes.NotFound, $"Unknown job_id '{_job}'.");

    /// <summary>The job was deleted: it goes now, or with the last lease.</summary>
    public void Discard() => _leases.GiveUp();

    /// <summary>Removes what a run has left that did not complete.</summary>
    public void Clear()
    {
        lock (_lock) _files.Delete(Path, 0);
    }

    void Delete()
    {
        lock (_lock)
        {
            _files.Delete(Path, _bytes);
            _bytes = 0;
        }
        _gone();
    }
}
