using Rtemis.Learning.Parallel;
using Rtemis.Learning.Random;

namespace Rtemis.Learning.Running;

/// <summary>
/// What a run carries down to its last step: where it tells its progress, when to stop, how many threads it may use, and its random numbers.
/// A step opens a <see cref="RunScope"/>; what runs inside is given the scope's context.
/// </summary>
public sealed class RunContext
{
    static readonly TimeSpan SlowAfter = TimeSpan.FromSeconds(2);

    readonly Action<RunMessage> _sink;

    // Has things told in their order: adds a step to the timeline, sends a message.
    readonly Action<Action> _tell;

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
        _tell = static saying => saying();
        Clock = clock ?? TimeProvider.System;
        CounterInterval = counterInterval ?? TimeSpan.FromMilliseconds(50);
        Work = new WorkSplit(threads ?? Environment.ProcessorCount, cancellation);
        Cancellation = cancellation;
        Random = new LEcuyerCmrg(seed ?? (uint)System.Random.Shared.Next());
        Timeline = new RunTimeline(Clock);
    }

    // A run inside the run, which nobody hears.
    RunContext(RunContext outer, RRandom random)
    {
        _sink = static _ => { };
        _tell = static saying => saying();
        Clock = outer.Clock;
        CounterInterval = outer.CounterInterval;
        Work = outer.Work;
        Cancellation = outer.Cancellation;
        Timeline = new RunTimeline(Clock);
        Random = random;
        IsQuiet = true;
    }

    RunContext(RunContext outer, RunNode? node, RRandom random, bool quiet, Action<Action>? tell = null)
    {
        _sink = outer._sink;
        _tell = tell ?? outer._tell;
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
    /// A run of its own inside this one, of which nothing is told or kept: for one of many fits at a time. It ends with this one, and shares its threads.
    /// </summary>
    /// <param name="random">Its random numbers.</param>
    public RunContext Apart(RRandom random) => new(this, random);

    /// <summary>
    /// Runs <paramref name="part"/> for each index, several at a time. What they tell comes in the order of the indexes, as if they had run one after the
    /// other. A part that returns false ends them: all before it are still run, and of those behind it nothing is told.
    /// </summary>
    /// <returns>The first index whose part returned false, or <paramref name="count"/>.</returns>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public int ForInOrder(int count, Func<int, RunContext, bool> part)
    {
        var order = new TellingOrder(count);
        return Work.ForWhile(count, i =>
        {
            var goesOn = part(i, new RunContext(this, Node, Random, IsQuiet, saying => order.Tell(i, () => _tell(saying))));
            if (!goesOn) order.EndAll(i);
            order.End(i);
            return goesOn;
        });
    }

    /// <summary>Tells a sentence.</summary>
    public void Say(string text, string? stage = null, TextLevel level = TextLevel.Info)
    {
        if (!IsQuiet) Send(new TextMessage(Clock.GetUtcNow(), stage, text, level));
    }

    /// <summary>Opens a step inside this one.</summary>
    public RunScope Begin(string kind, string? label = null)
    {
        Cancellation.ThrowIfCancellationRequested();
        var node = new RunNode(Node, kind, label, Timeline.Elapsed.TotalMilliseconds);
        Add(node, NodePhase.Start);
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
        Add(new RunNode(Node, kind, label, startedAt) { EndedAt = endedAt, Failed = failed }, failed ? NodePhase.Error : NodePhase.Done);
    }

    /// <summary>Opens a counter of <paramref name="total"/> things that belong to this step.</summary>
    public RunCounter Count(string label, string kind, int total) => new(this, label, kind, total, TimeSpan.Zero);

    /// <summary>
    /// Opens a counter of which nothing is told in the first two seconds: for steps that are mostly over by then, and of which rtemis tells nothing.
    /// </summary>
    public RunCounter CountWhenSlow(string label, string kind, int total) => new(this, label, kind, total, SlowAfter);

    internal void Send(RunMessage message) => _tell(() => _sink(message));

    /// <summary>Sends a message that is composed when it is its turn.</summary>
    internal void Send(Func<RunMessage> message) => _tell(() => _sink(message()));

    void Add(RunNode node, NodePhase phase)
    {
        var message = new NodeMessage(Clock.GetUtcNow(), node, phase);
        _tell(() =>
        {
            Timeline.Add(node);
            _sink(message);
        });
    }
}
