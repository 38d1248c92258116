using System.Text.Json;
using Rtemis.Engines;
using Rtemis.Protocol;
using Rtemis.Protocol.Messages;
using Rtemis.Server.DataSets;
using Rtemis.Server.Sessions;

namespace Rtemis.Server.Jobs;

/// <summary>
/// A job and its state: queued, running, then complete or failed, or cancelled on the way. Each change is told to the session under the job's lock,
/// so that there is one final event and nothing after it.
/// </summary>
sealed class Job
{
    readonly Lock _lock = new();
    readonly Session _session;
    readonly DataSet _data;
    readonly IDisposable _lease;
    readonly ResultLease? _sourceLease;
    readonly ResultFiles _results;
    readonly TimeProvider _clock;
    readonly CancellationTokenSource _cancel = new();
    readonly DateTimeOffset _submitted;
    bool _discarded;
    int _readers;
    DateTimeOffset? _started;
    DateTimeOffset? _completed;
    string? _stage;
    double? _fraction;
    string? _lastMessage;
    ErrorBody? _error;

    public Job(
        JobRequest request, JsonElement submitted, string engine, Session session, DataSet data, IDisposable lease, ResultFiles results, TimeProvider clock,
        Job? source = null)
    {
        _sourceLease = source?.LeaseResult();
        SourceFolder = source?.ResultFolder;
        Request = request;
        Submitted = submitted;
        Engine = engine;
        _session = session;
        _data = data;
        _lease = lease;
        _results = results;
        _clock = clock;
        _submitted = clock.GetUtcNow();
        ResultFolder = results.FolderOf(Id);
    }

    public string Id { get; } = Ids.Job();

    public JobRequest Request { get; }

    /// <summary>The parameters as the client sent them, before the engine settled anything.</summary>
    public JsonElement Submitted { get; }

    /// <summary>The engine that runs it.</summary>
    public string Engine { get; }

    /// <summary>The table's file; it stays until the job has ended.</summary>
    public string DataPath => _data.Path;

    /// <summary>The result of the job that this one builds on, or null; it stays until the job has ended.</summary>
    public string? SourceFolder { get; }

    /// <summary>Where the result is, once the job is complete.</summary>
    public string ResultFolder { get; }

    public string Status { get; private set; } = JobStatus.Queued;

    /// <summary>Ends when somebody wants the job to.</summary>
    public CancellationToken Cancellation => _cancel.Token;

    public bool IsRunning => Status is JobStatus.Running or JobStatus.Cancelling;

    public bool IsFinal => Status is JobStatus.Complete or JobStatus.Failed or JobStatus.Cancelled;

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
            if (tell) _session.Publish(EventNames.JobStarted, new JobStartedData(Id, WireTime.Utc(_started.Value)), ProtocolJson.Default.JobStartedData);
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
            _session.Publish(seq => Envelope.RawEvent(EventNames.JobProgress, data, seq));
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
        }
        _cancel.Cancel();
        return true;
    }

    /// <summary>The run ended well: complete, unless it was to be cancelled.</summary>
    public void Complete() => EndRun(JobStatus.Complete, null);

    /// <summary>The run ended badly: failed, unless it was to be cancelled.</summary>
    public void Fail(ErrorBody error) => EndRun(JobStatus.Failed, error);

    /// <summary>Frees the result, now or when the job and those that build on it have ended.</summary>
    public void DiscardResult()
    {
        lock (_lock)
        {
            _discarded = true;
            if (IsFinal && _readers == 0) _results.Delete(ResultFolder);
        }
    }

    // Keeps the result of a complete job until the lease is disposed.
    ResultLease LeaseResult()
    {
        lock (_lock)
        {
            if (_discarded) throw new ProtocolException(ErrorCodes.NotFound, $"Unknown job_id '{Id}'.");
            _readers++;
        }
        return new ResultLease(this);
    }

    void Release()
    {
        lock (_lock)
            if (--_readers == 0 && _discarded) _results.Delete(ResultFolder);
    }

    public JobSummary Summary()
    {
        lock (_lock)
            return new(
                Id, JobTypes.Name(Request.Type), Status, WireTime.Utc(_submitted), WireTime.Utc(_started), WireTime.Utc(_completed), _stage, _fraction,
                _lastMessage, _error, Status == JobStatus.Queued ? QueuePosition : null, Engine, Request.Algorithm, Request.Question, _data.Id, _data.Name);
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
            Status = status;
            _error = error;
            _completed = _clock.GetUtcNow();
            if (_discarded || status != JobStatus.Complete) _results.Delete(ResultFolder);
            switch (status)
            {
                case JobStatus.Complete:
                    _session.Publish(EventNames.JobComplete, new JobCompleteData(Id, EventSummary()), ProtocolJson.Default.JobCompleteData);
                    break;
                case JobStatus.Failed:
                    _session.Publish(EventNames.JobFailed, new JobFailedData(Id, error!), ProtocolJson.Default.JobFailedData);
                    break;
                default:
                    _session.Publish(EventNames.JobCancelled, new JobCancelledData(Id), ProtocolJson.Default.JobCancelledData);
                    break;
            }
        }
        _lease.Dispose();
        _sourceLease?.Dispose();
    }

    // The event's summary is the reference's; what lists add of ours is left out.
    JobSummary EventSummary() => Summary() with { Engine = null, Algorithm = null, Question = null, DataHandle = null, DataName = null };

    sealed class ResultLease(Job job) : IDisposable
    {
        Job? _job = job;

        public void Dispose() => Interlocked.Exchange(ref _job, null)?.Release();
    }
}
