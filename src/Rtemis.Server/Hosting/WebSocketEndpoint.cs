using System.Net.WebSockets;
using Rtemis.Engines;
using Rtemis.Protocol;
using Rtemis.Protocol.Messages;
using Rtemis.Server.Dispatch;
using Rtemis.Server.Metrics;
using Rtemis.Server.Security;
using Rtemis.Server.Transport;

namespace Rtemis.Server.Hosting;

/// <summary>Turns an upgrade request into a connection, if its origin is welcome and there is room.</summary>
sealed class WebSocketEndpoint(
    RequestGuard guard, UnauthenticatedGate gate, ConnectionRegistry connections, Dispatcher dispatcher, EngineSet engines, ServerInstance instance,
    TimeProvider clock, ServerMetrics metrics, ILogger<WebSocketConnection> log)
{
    static readonly TimeSpan KeepAliveInterval = TimeSpan.FromSeconds(20);
    static readonly TimeSpan KeepAliveTimeout = TimeSpan.FromSeconds(40);

    readonly byte[] _ready = Envelope.Event(
        EventNames.Ready,
        new ReadyData(
            ProtocolLimits.Version, "rtemislive", engines.Default.RtemisVersion, KindColors.All.ToDictionary(), ProtocolLimits.Version,
            new ReadyLimits(ProtocolLimits.Header, ProtocolLimits.Frame, ProtocolLimits.DataHandles, ProtocolLimits.UnauthenticatedSeconds), instance.Id),
        ProtocolJson.Default.ReadyData);

    /// <summary>Serves the connection until it ends.</summary>
    public async Task HandleAsync(HttpContext http)
    {
        if (!guard.OriginAllowed(http))
        {
            metrics.ConnectionRejected("origin");
            http.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }
        if (!gate.TryEnter())
        {
            metrics.ConnectionRejected("too_many");
            http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return;
        }
        // Silent for 20 s: a ping is sent; no sign of life for another 40 s: the peer is gone.
        var settings = new WebSocketAcceptContext { KeepAliveInterval = KeepAliveInterval, KeepAliveTimeout = KeepAliveTimeout };
        WebSocket socket;
        try
        {
            socket = await http.WebSockets.AcceptWebSocketAsync(settings).ConfigureAwait(false);
        }
        catch
        {
            gate.Leave();
            throw;
        }
        using var connection = new WebSocketConnection(socket, dispatcher, gate, clock, metrics, log, connections.StopNow);
        connection.Send(_ready);
        await connections.RunAsync(connection).ConfigureAwait(false);
    }
}
