using System.Globalization;

namespace Rtemis.Learning.Running;

/// <summary>All steps of a run with their times. Safe for use by several threads.</summary>
public sealed class RunTimeline
{
    readonly TimeProvider _clock;
    readonly long _start;
    readonly List<RunNode> _nodes = [];
    int _counters;

    internal RunTimeline(TimeProvider clock)
    {
        _clock = clock;
        _start = clock.GetTimestamp();
        StartedAt = clock.GetUtcNow();
        SessionId = StartedAt.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture) + "-" + Convert.ToHexStringLower(Guid.NewGuid().ToByteArray(), 0, 3);
    }

    /// <summary>When the run began.</summary>
    public DateTimeOffset StartedAt { get; }

    /// <summary>rtemis's id of the run: its start to the second and six hex digits.</summary>
    public string SessionId { get; }

    /// <summary>Time since the run's start.</summary>
    public TimeSpan Elapsed => _clock.GetElapsedTime(_start);

    /// <summary>The steps so far, in order of creation.</summary>
    public IReadOnlyList<RunNode> Nodes
    {
        get
        {
            lock (_nodes) return [.. _nodes];
        }
    }

    internal void Add(RunNode node)
    {
        lock (_nodes)
        {
            _nodes.Add(node);
            node.Id = $"n{_nodes.Count}";
        }
    }

    internal void End(RunNode node, bool failed)
    {
        lock (_nodes)
        {
            node.EndedAt = Elapsed.TotalMilliseconds;
            node.Failed = failed;
        }
    }

    internal int NextCounter() => Interlocked.Increment(ref _counters);
}
