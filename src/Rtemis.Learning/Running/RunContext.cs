using Rtemis.Learning.Parallel;
using Rtemis.Learning.Random;

namespace Rtemis.Learning.Running;

/// <summary>
/// What a run carries down to its last step: where it tells its progress, when to stop, how many threads it may use, and its random numbers.
/// A step opens a <see cref="RunScope"/>; what runs inside is given the scope's context.
/// </summary>
public sealed class RunContext
{
    readonly Action<RunMessage> _sink;

    /// <summary>A context for a new run.</summary>
    /// <param name="sink">Takes each message, on the thread that tells it; null for a silent run.</param>
    /// <param name="threads">The most threads to use; null for all of the machine's.</param>
    /// <param name="seed">Seeds <see cref="Random"/>; null takes one from the operating system.</param>
    /// <param name="clock">The time; null for the system's.</param>
    /// <param name="counterInterval">The least time between two updates of a counter; null for 50 ms.</param>
    /// <param name="cancellation">Ends the run with an <see cref="OperationCanceledException"/>.</param>
    public RunContext(
        Action<RunMessage>? sink = null, int? threads = null, uint? seed = null, TimeProvider? clock = null, TimeSpan? counterInterval = null,
        CancellationToken cancellation = default)
    {
        _sink = sink ?? (static _ => { });
        Clock = clock ?? TimeProvider.System;
        CounterInterval = counterInterval ?? TimeSpan.FromMilliseconds(50);
        Work = new WorkSplit(threads ?? Environment.ProcessorCount, cancellation);
        Cancellation = cancellation;
        Random = new LEcuyerCmrg(seed ?? (uint)System.Random.Shared.Next());
        Timeline = new RunTimeline(Clock);
    }

    // A run inside the run, which nobody hears.
    RunContext(RunContext outer, RRandom random, int threads)
        : this(null, threads, 0, outer.Clock, outer.CounterInterval, outer.Cancellation)
    {
        Random = random;
        IsQuiet = true;
    }

    RunContext(RunContext outer, RunNode? node, RRandom random, bool quiet)
    {
        _sink = outer._sink;
        Clock = outer.Clock;
        CounterInterval = outer.CounterInterval;
        Work = outer.Work;
        Cancellation = outer.Cancellation;
        Timeline = outer.Timeline;
        Node = node;
        Random = random;
        IsQuiet = quiet;
    }

    /// <summary>The time.</summary>
    public TimeProvider Clock { get; }

    /// <summary>Ends the run with an <see cref="OperationCanceledException"/>; long loops look at it at least every few milliseconds.</summary>
    public CancellationToken Cancellation { get; }

    /// <summary>Splits work over the threads that the run may use.</summary>
    public WorkSplit Work { get; }

    /// <summary>The stream of random numbers that steps draw from, in rtemis's order.</summary>
    public RRandom Random { get; }

    /// <summary>The steps of the run so far.</summary>
    public RunTimeline Timeline { get; }

    /// <summary>The step that this context is inside, or null.</summary>
    public RunNode? Node { get; }

    /// <summary>Whether sentences are held back (steps and counters are told all the same).</summary>
    public bool IsQuiet { get; }

    internal TimeSpan CounterInterval { get; }

    /// <summary>The same run without sentences, for the inside of a resample, with random numbers of its own.</summary>
    public RunContext Quietly(RRandom? random = null) => new(this, Node, random ?? Random, quiet: true);

    /// <summary>
    /// A run of its own inside this one, of which nothing is told or kept: for one of many fits at a time. It ends with this one.
    /// </summary>
    /// <param name="random">Its random numbers.</param>
    /// <param name="threads">The most threads that it may use.</param>
    public RunContext Apart(RRandom random, int threads) => new(this, random, threads);

    /// <summary>Tells a sentence.</summary>
    public void Say(string text, string? stage = null, TextLevel level = TextLevel.Info)
    {
        if (!IsQuiet) Send(new TextMessage(Clock.GetUtcNow(), stage, text, level));
    }

    /// <summary>Opens a step inside this one.</summary>
    public RunScope Begin(string kind, string? label = null)
    {
        Cancellation.ThrowIfCancellationRequested();
        var node = Timeline.Add(Node, kind, label);
        Send(new NodeMessage(Clock.GetUtcNow(), node, NodePhase.Start));
        return new RunScope(new RunContext(this, node, Random, IsQuiet));
    }

    /// <summary>Runs <paramref name="work"/> as a step inside this one.</summary>
    public T Step<T>(string kind, string? label, Func<RunContext, T> work)
    {
        var scope = Begin(kind, label);
        var result = work(scope.Context);
        scope.Complete();
        return result;
    }

    /// <summary>Adds a step inside this one that has ended already.</summary>
    /// <param name="kind">Its kind.</param>
    /// <param name="label">What tells it from its siblings.</param>
    /// <param name="startedAt">Milliseconds from the run's start.</param>
    /// <param name="endedAt">Milliseconds from the run's start.</param>
    /// <param name="failed">Whether it failed.</param>
    public void AddEnded(string kind, string label, double startedAt, double endedAt, bool failed)
    {
        var node = Timeline.AddEnded(Node, kind, label, startedAt, endedAt, failed);
        Send(new NodeMessage(Clock.GetUtcNow(), node, failed ? NodePhase.Error : NodePhase.Done));
    }

    /// <summary>Opens a counter of <paramref name="total"/> things that belong to this step.</summary>
    public RunCounter Count(string label, string kind, int total) => new(this, label, kind, total);

    internal void Send(RunMessage message) => _sink(message);
}
