namespace Rtemis.Client;

/// <summary>The ends that a job can have.</summary>
public enum JobEnd
{
    /// <summary>It has a result.</summary>
    Complete,

    /// <summary>It failed.</summary>
    Failed,

    /// <summary>Somebody cancelled it.</summary>
    Cancelled,
}
