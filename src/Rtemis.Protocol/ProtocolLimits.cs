namespace Rtemis.Protocol;

/// <summary>Every number that the wire protocol fixes.</summary>
public static class ProtocolLimits
{
    /// <summary>The protocol version, <c>v</c> of every envelope.</summary>
    public const int Version = 1;

    /// <summary>The most bytes of a frame's JSON header: 1 MiB.</summary>
    public const int Header = 1 << 20;

    /// <summary>The most levels of objects and arrays in a header.</summary>
    public const int HeaderDepth = 64;

    /// <summary>The most levels in a client's request: what it holds is passed on inside of other headers.</summary>
    public const int RequestDepth = 32;

    /// <summary>The most bytes of a request's id, as JSON: every answer repeats it.</summary>
    public const int RequestId = 1 << 10;

    /// <summary>The most characters of an error's message.</summary>
    public const int ErrorMessage = 8000;

    /// <summary>The most bytes of a whole frame, length field included: 256 MiB.</summary>
    public const int Frame = 256 << 20;

    /// <summary>The most bytes of a frame on a connection that has not authenticated: 64 KiB.</summary>
    public const int UnauthenticatedFrame = 64 << 10;

    /// <summary>The most data handles of a session.</summary>
    public const int DataHandles = 16;

    /// <summary>Seconds within which a connection must authenticate.</summary>
    public const int UnauthenticatedSeconds = 10;

    /// <summary>The most connections at a time that have not authenticated.</summary>
    public const int UnauthenticatedConnections = 64;

    /// <summary>Wrong tokens after which a connection is closed.</summary>
    public const int WrongTokens = 3;

    /// <summary>The most events that are kept for a session while nobody is attached.</summary>
    public const int DetachedEvents = 256;

    /// <summary>The most events that a session's log keeps for a client that comes back with <c>since</c>.</summary>
    public const int LoggedEvents = 4096;

    /// <summary>The most bytes of those events: 4 MiB.</summary>
    public const int LoggedEventBytes = 4 << 20;

    /// <summary>The most bytes that wait to be sent to one client: 64 MiB.</summary>
    public const int OutboxBytes = 64 << 20;
}
