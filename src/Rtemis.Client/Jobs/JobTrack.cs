using System.Runtime.CompilerServices;

namespace Rtemis.Client;

/// <summary>
/// What is known of a job: the latest of what it told, for any number of readers, and its end. What comes takes no notice of readers, and what is kept is
/// bounded: a reader that falls further behind is told how much it missed.
/// </summary>
/// <param name="id">The job.</param>
/// <param name="most">The most that is kept.</param>
sealed class JobTrack(string id, int most)
{
    readonly Lock _lock = new();
    readonly Queue<JobProgress> _kept = [];
    readonly TaskCompletionSource<JobOutcome> _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    TaskCompletionSource _more = NewSource();
    long _told;

    public string Id => id;

    /// <summary>Whether its events, the final one among them, are sure to come.</summary>
    public bool IsFollowed { get; set; }

    /// <summary>Its end; fails when no end will be told any more.</summary>
    public Task<JobOutcome> Ended => _ended.Task;

    /// <summary>Takes what it tells; nothing after its end.</summary>
    public void Add(JobProgress told)
    {
        lock (_lock)
        {
            if (_ended.Task.IsCompleted) return;
            _kept.Enqueue(told);
            _told++;
            while (_kept.Count > most) _kept.Dequeue();
            if (told is JobProgress.Ended { Outcome: var outcome }) _ended.SetResult(outcome);
            Wake();
        }
    }

    /// <summary>No more will be told, for a reason that all readers and waiters get; nothing after its end.</summary>
    public void Fail(Exception reason)
    {
        lock (_lock)
        {
            if (_ended.TrySetException(reason)) Wake();
        }
    }

    /// <summary>All that is kept, then what comes, to the end.</summary>
    public async IAsyncEnumerable<JobProgress> ReadAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        for (var next = 0L; ;)
        {
            var (news, missed, more) = After(next);
            next += missed + news.Length;
            if (missed > 0) yield return new JobProgress.Missed(missed);
            foreach (var told in news)
            {
                cancellation.ThrowIfCancellationRequested();
                yield return told;
            }
            if (news is [.., JobProgress.Ended]) yield break;
            if (news.Length == 0)
            {
                // Completes it would only after the final event, which was read then.
                if (_ended.Task.IsFaulted) await _ended.Task.ConfigureAwait(false);
                await more.WaitAsync(cancellation).ConfigureAwait(false);
            }
        }
    }

    static TaskCompletionSource NewSource() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    (JobProgress[] News, long Missed, Task More) After(long number)
    {
        lock (_lock)
        {
            var first = _told - _kept.Count;
            var missed = Math.Max(0, first - number);
            return ([.. _kept.Skip((int)(number + missed - first))], missed, _more.Task);
        }
    }

    void Wake()
    {
        _more.SetResult();
        _more = NewSource();
    }
}
