using System.Collections;
using Rtemis.Protocol;

namespace Rtemis.Server.Jobs;

/// <summary>A session's jobs, oldest first. To enumerate is to look at a moment's list.</summary>
sealed class JobList : IEnumerable<Job>
{
    readonly Lock _lock = new();
    readonly List<Job> _jobs = [];

    public void Add(Job job)
    {
        lock (_lock) _jobs.Add(job);
    }

    public void Remove(Job job)
    {
        lock (_lock) _jobs.Remove(job);
    }

    /// <summary>The job of that id.</summary>
    /// <exception cref="ProtocolException">There is none, or no id was given.</exception>
    public Job Find(string? id)
    {
        if (string.IsNullOrEmpty(id)) throw new ProtocolException(ErrorCodes.InvalidParams, "`job_id` is required.");
        lock (_lock) return _jobs.Find(j => j.Id == id) ?? throw new ProtocolException(ErrorCodes.NotFound, $"Unknown job_id '{id}'.");
    }

    public IEnumerator<Job> GetEnumerator()
    {
        lock (_lock) return _jobs.ToList().GetEnumerator();
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
