using Rtemis.Server.Daemons;
using Rtemis.Server.Dispatch;
using Rtemis.Server.Options;

namespace Rtemis.Server.Jobs;

/// <summary>Runs the jobs of all sessions, first in, first out, so many at a time as there are daemons and the limit allows.</summary>
sealed partial class JobQueue(ServerOptions options, DaemonPool daemons, ILogger<JobQueue> log)
{
    readonly Lock _lock = new();
    readonly LinkedList<Job> _waiting = [];
    readonly HashSet<Task> _runs = [];
    int _running;
    bool _stopped;

    /// <summary>The most jobs that run at a time.</summary>
    public int Capacity { get; } = Math.Min(options.MaxConcurrent ?? options.NDaemons, options.NDaemons);

    /// <summary>The jobs that run now.</summary>
    public int Running
    {
        get
        {
            lock (_lock) return _running;
        }
    }

    /// <summary>Starts the job, or puts it at the end of the queue.</summary>
    /// <param name="job">The job.</param>
    /// <param name="known">Whether clients know it already as one that is queued.</param>
    public void Submit(Job job, bool known = false)
    {
        lock (_lock)
        {
            if (_running < Capacity && _waiting.Count == 0 && !_stopped)
            {
                Run(job, tell: known);
                return;
            }
            _waiting.AddLast(job);
            job.QueuePosition = _waiting.Count;
        }
    }

    /// <summary>Takes the job out of the queue, or asks its run to end. False when it has ended.</summary>
    public bool Cancel(Job job)
    {
        lock (_lock)
        {
            if (_waiting.Remove(job))
            {
                Renumber();
                job.CancelQueued();
                return true;
            }
        }
        return job.RequestCancel();
    }

    /// <summary>Starts nothing more, ends what runs, and waits for it. What ran is not failed for that: the next start finds it as it was.</summary>
    public async Task StopAsync()
    {
        Task[] runs;
        lock (_lock)
        {
            _stopped = true;
            runs = [.. _runs];
        }
        await daemons.StopAsync().ConfigureAwait(false);
        await Task.WhenAll(runs).ConfigureAwait(false);
    }

    void Run(Job job, bool tell)
    {
        _running++;
        job.QueuePosition = null;
        job.Start(tell);
        var run = new Task<Task>(() => RunAsync(job));
        var whole = run.Unwrap();
        _runs.Add(whole);
        run.Start(TaskScheduler.Default);
        whole.ContinueWith(Forget, TaskScheduler.Default);

        void Forget(Task done)
        {
            lock (_lock) _runs.Remove(done);
        }
    }

    async Task RunAsync(Job job)
    {
        LogStarted(log, job.Id, job.Spec.Algorithm);
        try
        {
            job.Material.RequireIntact();
            var error = await daemons.RunAsync(job).ConfigureAwait(false);
            if (error is null) job.Complete();
            else if (!_stopped) job.Fail(error);
        }
        catch (Exception e)
        {
            // A fault of ours must cost this job only: it is told and logged, and the queue goes on.
            LogFault(log, e, job.Id);
            job.Fail(WireErrors.From(e));
        }
        LogEnded(log, job.Id, job.Status);
        lock (_lock)
        {
            _running--;
            if (_stopped || _waiting.First is not { } next) return;
            _waiting.RemoveFirst();
            Renumber();
            Run(next.Value, tell: true);
        }
    }

    void Renumber()
    {
        var position = 0;
        foreach (var job in _waiting) job.QueuePosition = ++position;
    }

    [LoggerMessage(500, LogLevel.Information, "{Job} ({Algorithm}) runs.")]
    static partial void LogStarted(ILogger log, string job, string algorithm);

    [LoggerMessage(502, LogLevel.Error, "{Job} could not be run.")]
    static partial void LogFault(ILogger log, Exception exception, string job);

    [LoggerMessage(501, LogLevel.Information, "{Job} is {Status}.")]
    static partial void LogEnded(ILogger log, string job, string status);
}
