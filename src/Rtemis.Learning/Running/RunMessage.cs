namespace Rtemis.Learning.Running;

/// <summary>One thing that a run tells while it goes on.</summary>
/// <param name="Time">When it was said.</param>
/// <param name="Stage">The step that says it, in rtemis's words, or null.</param>
/// <param name="Text">The sentence for a person.</param>
public abstract record RunMessage(DateTimeOffset Time, string? Stage, string Text);

/// <summary>A sentence.</summary>
/// <param name="Time">When it was said.</param>
/// <param name="Stage">The step that says it, or null.</param>
/// <param name="Text">The sentence.</param>
/// <param name="Level">How it is to be shown.</param>
public sealed record TextMessage(DateTimeOffset Time, string? Stage, string Text, TextLevel Level) : RunMessage(Time, Stage, Text);

/// <summary>How a <see cref="TextMessage"/> is to be shown.</summary>
public enum TextLevel
{
    /// <summary>A fact.</summary>
    Info,

    /// <summary>The start of a short step; a <see cref="Done"/> follows.</summary>
    Start,

    /// <summary>The end of a short step.</summary>
    Done,

    /// <summary>Something that the person should know about the result.</summary>
    Warn,
}

/// <summary>A node of the run's tree begins or ends.</summary>
/// <param name="Time">When.</param>
/// <param name="Node">The node.</param>
/// <param name="Phase">Where in its life the node is.</param>
public sealed record NodeMessage(DateTimeOffset Time, RunNode Node, NodePhase Phase) : RunMessage(Time, Node.Root.Kind, Node.Name);

/// <summary>Where in its life a node is.</summary>
public enum NodePhase
{
    /// <summary>It begins.</summary>
    Start,

    /// <summary>It ended well.</summary>
    Done,

    /// <summary>It failed, and the run goes on without it.</summary>
    Error,
}

/// <summary>A counter begins, moves or ends.</summary>
/// <param name="Time">When.</param>
/// <param name="Text">Its label with both numbers.</param>
/// <param name="Id">The counter's id in its job, <c>pb1</c>, <c>pb2</c>, ...</param>
/// <param name="ParentId">The node that it belongs to, or null.</param>
/// <param name="Kind">What it counts, e.g. <c>outer_resampling</c>.</param>
/// <param name="Phase">Where in its life it is.</param>
/// <param name="Current">How many are done.</param>
/// <param name="Total">Of how many.</param>
/// <param name="Outermost">Whether it is the run's first counter, whose share is the run's share.</param>
public sealed record CounterMessage(
    DateTimeOffset Time, string Text, string Id, string? ParentId, string Kind, CounterPhase Phase, int Current, int Total, bool Outermost)
    : RunMessage(Time, null, Text);

/// <summary>Where in its life a counter is.</summary>
public enum CounterPhase
{
    /// <summary>It begins, at 0.</summary>
    Start,

    /// <summary>It moved.</summary>
    Update,

    /// <summary>It ended.</summary>
    Done,
}
