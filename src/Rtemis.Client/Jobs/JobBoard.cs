using Rtemis.Protocol.Messages;

namespace Rtemis.Client;

/// <summary>
/// The jobs of a session that this client has heard of. Those that have not ended are kept, and the latest that have; of others only what the program itself
/// holds on to.
/// </summary>
/// <param name="keptProgress">How much of what a job tells is kept.</param>
sealed class JobBoard(int keptProgress)
{
    const int KeptEnded = 16;

    readonly Lock _lock = new();
    readonly Dictionary<string, WeakReference<JobTrack>> _known = [];
    readonly HashSet<JobTrack> _running = [];
    readonly Queue<JobTrack> _ended = [];

    /// <summary>The job of that id, heard of or not.</summary>
    public JobTrack Find(string id)
    {
        lock (_lock)
        {
            if (_known.TryGetValue(id, out var reference) && reference.TryGetTarget(out var known)) return known;
            var track = new JobTrack(id, keptProgress);
            _known[id] = new(track);
            return track;
        }
    }

    /// <summary>The same for one whose events come to this client from its first on.</summary>
    public JobTrack Follow(string id)
    {
        lock (_lock)
        {
            var track = Find(id);
            track.IsFollowed = true;
            if (!track.Ended.IsCompleted) _running.Add(track);
            return track;
        }
    }

    /// <summary>Takes what a job told.</summary>
    public void Take(string id, JobProgress told)
    {
        var track = Follow(id);
        track.Add(told);
        if (track.Ended.IsCompleted) Retire(track);
    }

    /// <summary>Takes how it stands with a job whose events may have come before this client was there.</summary>
    public void Note(JobSummary job)
    {
        if (JobOutcome.Of(job) is { } outcome) Find(job.JobId).Add(new JobProgress.Ended(outcome));
        else Follow(job.JobId);
    }

    /// <summary>Settles what jobs were missed to tell: how they have ended, and that they are there no more.</summary>
    public void Settle(IReadOnlyList<JobSummary> jobs, Exception gone)
    {
        foreach (var track in Open())
        {
            if (jobs.FirstOrDefault(j => j.JobId == track.Id) is { } job) Note(job);
            else track.Fail(gone);
            if (track.Ended.IsCompleted) Retire(track);
        }
    }

    /// <summary>Tells all that has not ended that something is missing.</summary>
    public void Miss(long count)
    {
        foreach (var track in Open()) track.Add(new JobProgress.Missed(count));
    }

    /// <summary>No more will be told of any job.</summary>
    public void Fail(Exception reason)
    {
        foreach (var track in Open())
        {
            track.Fail(reason);
            Retire(track);
        }
    }

    List<JobTrack> Open()
    {
        lock (_lock)
            return [.. _known.Values.Select(r => r.TryGetTarget(out var track) ? track : null).OfType<JobTrack>().Where(t => !t.Ended.IsCompleted)];
    }

    void Retire(JobTrack track)
    {
        lock (_lock)
        {
            if (!_running.Remove(track)) return;
            _ended.Enqueue(track);
            if (_ended.Count > KeptEnded) _ended.Dequeue();
            foreach (var (id, reference) in _known.ToList())
                if (!reference.TryGetTarget(out _)) _known.Remove(id);
        }
    }
}
