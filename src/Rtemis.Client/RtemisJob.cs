using System.Runtime.CompilerServices;
using Rtemis.Protocol;
using Rtemis.Protocol.Messages;

namespace Rtemis.Client;

/// <summary>A job of a session: what it tells, how it ends, what it leaves.</summary>
public sealed class RtemisJob
{
    static readonly ProtocolJson Json = ProtocolJson.Default;

    readonly RtemisSession _session;
    readonly ServerLine _line;
    readonly JobTrack _track;

    internal RtemisJob(RtemisSession session, ServerLine line, JobTrack track)
    {
        (_session, _line, _track) = (session, line, track);
        Results = new JobResults(line, track.Id);
    }

    /// <summary>Its id.</summary>
    public string Id => _track.Id;

    /// <summary>Its result, once it is complete.</summary>
    public JobResults Results { get; }

    JobIdParams Self => new(Id);

    /// <summary>
    /// What it tells, to its end, which is the last. Any number of readers may read, each from the beginning of what this client has heard
    /// (<see cref="ClientOptions.KeptProgress"/>). A lost connection leaves no gap and doubles nothing: the sequence goes on when it is there again.
    /// </summary>
    /// <param name="cancellation">Stops reading; the job goes on.</param>
    /// <exception cref="ConnectionLostException">The connection was lost for good.</exception>
    /// <exception cref="ServerErrorException">There is no such job any more.</exception>
    public async IAsyncEnumerable<JobProgress> ProgressAsync([EnumeratorCancellation] CancellationToken cancellation = default)
    {
        await FollowAsync(cancellation).ConfigureAwait(false);
        await foreach (var told in _track.ReadAsync(cancellation).ConfigureAwait(false)) yield return told;
    }

    /// <summary>Waits until it is complete.</summary>
    /// <param name="cancellation">Stops waiting; the job goes on.</param>
    /// <exception cref="JobFailedException">It failed.</exception>
    /// <exception cref="JobCancelledException">It was cancelled on the server.</exception>
    /// <exception cref="ConnectionLostException">The connection was lost for good.</exception>
    /// <exception cref="ServerErrorException">There is no such job any more.</exception>
    public async Task<JobOutcome> WaitAsync(CancellationToken cancellation = default) => (await EndAsync(cancellation).ConfigureAwait(false)).OrThrow(Id);

    /// <summary>Waits for its end, whichever it is.</summary>
    /// <inheritdoc cref="WaitAsync"/>
    public async Task<JobOutcome> EndAsync(CancellationToken cancellation = default)
    {
        await FollowAsync(cancellation).ConfigureAwait(false);
        return await _track.Ended.WaitAsync(cancellation).ConfigureAwait(false);
    }

    /// <summary>The job as it is now.</summary>
    public Task<JobSummary> StatusAsync(CancellationToken cancellation = default) =>
        _line.CallAsync(Methods.JobStatus, Self, Json.JobIdParams, Json.JobSummary, cancellation);

    /// <summary>How it was submitted.</summary>
    public Task<JobRequestResult> RequestAsync(CancellationToken cancellation = default) =>
        _line.CallAsync(Methods.JobRequest, Self, Json.JobIdParams, Json.JobRequestResult, cancellation);

    /// <summary>Asks it to stop; false when it had ended. It has stopped when its end is told.</summary>
    public async Task<bool> CancelAsync(CancellationToken cancellation = default) =>
        (await _line.CallAsync(Methods.JobCancel, Self, Json.JobIdParams, Json.CancelledResult, cancellation).ConfigureAwait(false)).Cancelled;

    /// <summary>Submits the application of its model to another table, as a job of its own.</summary>
    /// <inheritdoc cref="RtemisSession.PredictAsync"/>
    public Task<RtemisJob> PredictAsync(RtemisTable table, string? question = null, CancellationToken cancellation = default) =>
        _session.PredictAsync(Id, table, question, cancellation);

    /// <summary>Deletes it with its result. Refused before it has ended; not called again if the connection is lost meanwhile.</summary>
    public Task DeleteAsync(CancellationToken cancellation = default) =>
        _line.CallAsync(Methods.JobDelete, Self, Json.JobIdParams, Json.DeletedResult, cancellation);

    // What this client has not heard of from its beginning may have ended before.
    async Task FollowAsync(CancellationToken cancellation)
    {
        if (_track.IsFollowed || _track.Ended.IsCompleted) return;
        var status = await StatusAsync(cancellation).ConfigureAwait(false);
        _session.Feed.Jobs.Note(status);
    }
}
