using Rtemis.Protocol;
using Rtemis.Server.Sessions;
using Rtemis.Server.Transport;

namespace Rtemis.Server.Dispatch;

/// <summary>A request on its way to its handler.</summary>
/// <param name="Connection">Where it came from.</param>
/// <param name="Request">Its header.</param>
/// <param name="Frame">The frame, for the payload.</param>
readonly record struct Call(WebSocketConnection Connection, Request Request, Frame Frame)
{
    /// <summary>The session that the connection was attached to when the call was dispatched; only for methods that need one.</summary>
    public required Session? Attached { get; init; }

    /// <summary>The same for methods that need it.</summary>
    public Session Session => Attached ?? throw new InvalidOperationException($"{Request.Method} is not declared to need a session.");

    /// <summary>Ends when the connection does.</summary>
    public CancellationToken Cancellation => Connection.Ended;
}
