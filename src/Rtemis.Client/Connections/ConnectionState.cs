namespace Rtemis.Client;

/// <summary>How it stands with the connection of a client or a session.</summary>
public enum ConnectionState
{
    /// <summary>There is one.</summary>
    Connected,

    /// <summary>It was lost and is being made again; requests wait.</summary>
    Reconnecting,

    /// <summary>It was lost for good; requests fail.</summary>
    Lost,

    /// <summary>It was let go.</summary>
    Closed,
}
