namespace Rtemis.Protocol;

/// <summary>What <c>session.changed</c> tells of.</summary>
public static class SessionChanges
{
    /// <summary>A table came or went.</summary>
    public const string Data = "data";

    /// <summary>A job was submitted or deleted.</summary>
    public const string Jobs = "jobs";

    /// <summary>The session has another name.</summary>
    public const string Name = "name";

    /// <summary>A connection joined.</summary>
    public const string Connections = "connections";
}
