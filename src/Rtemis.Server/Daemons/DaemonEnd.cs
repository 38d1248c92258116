namespace Rtemis.Server.Daemons;

/// <summary>What ended a daemon before its server.</summary>
enum DaemonEnd
{
    /// <summary>It ended by itself, or something from outside did it.</summary>
    Died,

    /// <summary>It had more memory than it may have, or could not get what it needed.</summary>
    OutOfMemory,

    /// <summary>It was asked to stop its job and did not.</summary>
    Unresponsive,

    /// <summary>It did not speak the protocol.</summary>
    Nonsense,
}
