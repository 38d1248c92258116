using System.Text.Json;
using Rtemis.Engines;
using Rtemis.Protocol;
using Rtemis.Protocol.Messages;
using Rtemis.Server.Sessions;
using Rtemis.Server.State;

namespace Rtemis.Server.Jobs;

/// <summary>
/// A job and its state: queued, running, then complete or failed, or cancelled on the way. Each change is kept and told to the session under the job's
/// lock, so that there is one final event and nothing after it.
/// </summary>
sealed class Job
{
    readonly Lock _lock = new();
    readonly JobRow _row;
    readonly Session _session;
    readonly JobMaterial? _material;
    readonly TimeProvider _clock;
    readonly CancellationTokenSource _cancel = new();
    DateTimeOffset? _started;
    DateTimeOffset? _completed;
    string? _stage;
    double? _fraction;
    string? _lastMessage;
    ErrorBody? _error;

    /// <summary>A job that is queued or has ended.</summary>
    /// <param name="row">The job as the database has it.</param>
    /// <param name="session">Whose it is.</param>
    /// <param name="material">What it works on, or null when it has ended.</param>
    /// <param name="results">Where its result goes.</param>
    /// <param name="clock">The time.</param>
    public Job(JobRow row, Session session, JobMaterial? material, ResultFiles results, TimeProvider clock)
    {
        _row = row;
        _session = session;
        _material = material;
        _clock = clock;
        Status = row.Status;
        (_started, _completed, _stage, _fraction, _lastMessage, _error) = (row.Started, row.Completed, row.Stage, row.Fraction, row.LastMessage, row.Error);
        Result = new JobResult(row.Id, row.Result, row.Discarded, results, () => session.Note(tx => tx.RemoveJob(row.Id)));
    }

    public string Id => _row.Id;

    /// <summary>What it is to do.</summary>
    public JobSpec Spec => _row.Spec;

    /// <summary>What it works on, until it has ended.</summary>
    public JobMaterial Material => _material ?? throw new InvalidOperationException($"{Id} has ended.");

    /// <summary>Where its result is, once it is complete.</summary>
    public JobResult Result { get; }

    public string Status { get; private set; }

    /// <summary>Ends when somebody wants the job to.</summary>
    public CancellationToken Cancellation => _cancel.Token;

    public bool IsRunning => Status is JobStatus.Running or JobStatus.Cancelling;

    public bool IsFinal => JobStatus.IsFinal(Status);

    /// <summary>The place in the queue, from 1, or null; only the queue changes it.</summary>
    public int? QueuePosition { get; set; }

    /// <summary>From queued to running.</summary>
    /// <param name="tell">Whether clients are told, because they were told that it was queued.</param>
    public void Start(bool tell)
    {
        lock (_lock)
        {
            Status = JobStatus.Running;
            _started = _clock.GetUtcNow();
            var row = Row();
            if (tell) _session.Publish(EventNames.JobStarted, new JobStartedData(Id, WireTime.Utc(_started.Value)), ProtocolJson.Default.JobStartedData, tx => tx.Put(row));
            else _session.Settle(tx => tx.Put(row));
        }
    }

    /// <summary>Passes on what the run tells.</summary>
    /// <param name="data">The event's data as the daemon composed it.</param>
    public void Report(ReadOnlyMemory<byte> data)
    {
        var told = JsonSerializer.Deserialize(data.Span, JobJson.Default.ProgressPeek)!;
        lock (_lock)
        {
            if (IsFinal) return;
            _stage = told.Stage ?? _stage;
            _fraction = told.Fraction ?? _fraction;
            _lastMessage = told.Message;
            _session.PublishRaw(EventNames.JobProgress, data);
        }
    }

    /// <summary>From queued to cancelled.</summary>
    public void CancelQueued() => End(JobStatus.Cancelled, new ErrorBody(ErrorCodes.Cancelled, "Job cancelled before start."));

    /// <summary>From running to cancelling; what runs it sees <see cref="Cancellation"/>. False when the job is in no state for it.</summary>
    public bool RequestCancel()
    {
        lock (_lock)
        {
            if (Status != JobStatus.Running) return Status == JobStatus.Cancelling;
            Status = JobStatus.Cancelling;
            var row = Row();
            _session.Settle(tx => tx.Put(row));
        }
        _cancel.Cancel();
        return true;
    }

    /// <summary>The run ended well: complete, unless it was to be cancelled.</summary>
    public void Complete() => EndRun(JobStatus.Complete, null);

    /// <summary>The run ended badly: failed, unless it was to be cancelled.</summary>
    public void Fail(ErrorBody error) => EndRun(JobStatus.Failed, error);

    /// <summary>The job as the database keeps it when it is to go as soon as no other needs its result.</summary>
    public JobRow Going()
    {
        lock (_lock) return Row() with { Discarded = true };
    }

    public JobSummary Summary()
    {
        lock (_lock)
            return new(
                Id, JobTypes.Name(Spec.Type), Status, WireTime.Utc(_row.Submitted), WireTime.Utc(_started), WireTime.Utc(_completed), _stage, _fraction,
                _lastMessage, _error, Status == JobStatus.Queued ? QueuePosition : null, Spec.Engine, Spec.Algorithm, Spec.Question, Spec.DataHandle, Spec.DataName);
    }

    /// <summary>The job in a snapshot, where only a running one has a stage.</summary>
    public SnapshotJob SnapshotEntry()
    {
        lock (_lock) return IsRunning ? new(Id, Status, _stage, _fraction) : new(Id, Status, null, null);
    }

    void EndRun(string status, ErrorBody? error)
    {
        lock (_lock)
        {
            if (Status == JobStatus.Cancelling) End(JobStatus.Cancelled, new ErrorBody(ErrorCodes.Cancelled, "Job cancelled."));
            else End(status, error);
        }
    }

    void End(string status, ErrorBody? error)
    {
        lock (_lock)
        {
            if (status == JobStatus.Complete && !Result.IsDiscarded) Result.Take();
            else Result.Clear();
            Status = status;
            _error = error;
            _completed = _clock.GetUtcNow();
            Tell(Row());
        }
        _material?.Dispose();
    }

    void Tell(JobRow row)
    {
        var json = ProtocolJson.Default;
        if (Status == JobStatus.Complete) _session.Publish(EventNames.JobComplete, new JobCompleteData(Id, EventSummary()), json.JobCompleteData, Keep);
        else if (Status == JobStatus.Failed) _session.Publish(EventNames.JobFailed, new JobFailedData(Id, _error!), json.JobFailedData, Keep);
        else _session.Publish(EventNames.JobCancelled, new JobCancelledData(Id), json.JobCancelledData, Keep);

        void Keep(StateTransaction tx) => tx.Put(row);
    }

    JobRow Row() => _row with
    {
        Status = Status,
        Started = _started,
        Completed = _completed,
        Stage = _stage,
        Fraction = _fraction,
        LastMessage = _lastMessage,
        Error = _error,
        Result = Result.Digest,
        Discarded = Result.IsDiscarded,
    };

    // The event's summary is the reference's; what lists add of ours is left out.
    JobSummary EventSummary() => Summary() with { Engine = null, Algorithm = null, Question = null, DataHandle = null, DataName = null };
}
