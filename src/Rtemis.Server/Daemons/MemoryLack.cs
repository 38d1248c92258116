namespace Rtemis.Server.Daemons;

/// <summary>How a job came to lack memory.</summary>
enum MemoryLack
{
    /// <summary>Its daemon had more than it may have and was ended.</summary>
    OverLimit,

    /// <summary>Its daemon asked for more and did not get it.</summary>
    Allocation,

    /// <summary>The machine had no more, and its system ended the daemon.</summary>
    System,
}
