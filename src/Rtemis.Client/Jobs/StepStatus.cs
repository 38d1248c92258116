namespace Rtemis.Client;

/// <summary>How it stands with a step or a counter.</summary>
public enum StepStatus
{
    /// <summary>It begins.</summary>
    Start,

    /// <summary>It goes on; counters only.</summary>
    Update,

    /// <summary>It ended well.</summary>
    Done,

    /// <summary>It failed; steps only.</summary>
    Error,
}
