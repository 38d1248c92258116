using System.Net.WebSockets;
using Microsoft.Net.Http.Headers;
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
    const string Version = "13";
    static readonly TimeSpan KeepAliveInterval = TimeSpan.FromSeconds(20);
    static readonly TimeSpan KeepAliveTimeout = TimeSpan.FromSeconds(40);

    // Made for the first client: before that the engines may not be there.
    readonly Lazy<byte[]> _ready = new(() => Envelope.Event(
        EventNames.Ready,
        new ReadyData(
            ProtocolLimits.Version, "rtemislive", engines.Default.RtemisVersion, KindColors.All.ToDictionary(), ProtocolLimits.Version,
            new ReadyLimits(ProtocolLimits.Header, ProtocolLimits.Frame, ProtocolLimits.DataHandles, ProtocolLimits.UnauthenticatedSeconds), instance.Id),
        ProtocolJson.Default.ReadyData));

    /// <summary>Whether a request wants to become a WebSocket, rightly or not.</summary>
    public static bool IsWanted(HttpContext http) =>
        http.Request.Headers.GetCommaSeparatedValues(HeaderNames.Upgrade).Contains("websocket", StringComparer.OrdinalIgnoreCase);

    /// <summary>Serves the connection until it ends.</summary>
    public async Task HandleAsync(HttpContext http)
    {
        if (Refusal(http) is { } status)
        {
            metrics.ConnectionRejected(Reason(status));
            http.Response.StatusCode = status;
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
        connection.Send(_ready.Value);
        await connections.RunAsync(connection).ConfigureAwait(false);
    }

    // Null when there is none, and a place in the gate is taken.
    int? Refusal(HttpContext http)
    {
        if (http.Request.Path != "/") return StatusCodes.Status404NotFound;
        if (!guard.OriginAllowed(http)) return StatusCodes.Status403Forbidden;
        if (!http.WebSockets.IsWebSocketRequest || HttpProtocol.IsHttp10(http.Request.Protocol)) return HandshakeProblem(http);
        return gate.TryEnter() ? null : StatusCodes.Status503ServiceUnavailable;
    }

    static string Reason(int status) => status switch
    {
        StatusCodes.Status403Forbidden => "origin",
        StatusCodes.Status503ServiceUnavailable => "too_many",
        _ => "request",
    };

    static int HandshakeProblem(HttpContext http)
    {
        if (http.Request.Headers.SecWebSocketVersion == Version) return StatusCodes.Status400BadRequest;
        http.Response.Headers.SecWebSocketVersion = Version;
        return StatusCodes.Status426UpgradeRequired;
    }
}
