using System.Net.WebSockets;
using Rtemis.Protocol;
using Rtemis.Server.Dispatch;
using Rtemis.Server.Metrics;
using Rtemis.Server.Security;
using Rtemis.Server.Sessions;

namespace Rtemis.Server.Transport;

/// <summary>
/// A client's connection: one loop that receives, one that sends, and a lane for slow work. The state of a connection lives here and nowhere else.
/// </summary>
sealed partial class WebSocketConnection : ISessionMember, IDisposable
{
    static readonly TimeSpan CloseGrace = TimeSpan.FromSeconds(2);

    readonly WebSocket _socket;
    readonly Dispatcher _dispatcher;
    readonly UnauthenticatedGate _gate;
    readonly TimeProvider _clock;
    readonly ServerMetrics _metrics;
    readonly ILogger _log;
    readonly ReceiveBuffer _buffer = new();
    readonly FrameReader _frames = new(ProtocolLimits.UnauthenticatedFrame, ProtocolLimits.RequestDepth);
    readonly Outbox _outbox;
    readonly WorkLane _lane = new();
    readonly CancellationTokenSource _ended;
    readonly CancellationTokenRegistration _abort;
    bool _deaf;
    bool _skipping;

    public WebSocketConnection(
        WebSocket socket, Dispatcher dispatcher, UnauthenticatedGate gate, TimeProvider clock, ServerMetrics metrics, ILogger<WebSocketConnection> log,
        CancellationToken stopping)
    {
        _socket = socket;
        _dispatcher = dispatcher;
        _gate = gate;
        _clock = clock;
        _metrics = metrics;
        _log = log;
        _outbox = new Outbox(socket, metrics);
        _ended = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        _abort = _ended.Token.Register(Abort);
    }

    /// <inheritdoc/>
    public string Id { get; } = Ids.Connection();

    /// <summary>Whether the right token was shown.</summary>
    public bool IsAuthenticated { get; private set; }

    /// <summary>The session that it is attached to, or null. Only the receive loop changes it.</summary>
    public Session? Session { get; set; }

    /// <summary>Wrong tokens so far.</summary>
    public int WrongTokens { get; set; }

    /// <summary>Ends when the connection does.</summary>
    public CancellationToken Ended => _ended.Token;

    /// <summary>From now on all methods and whole frames are allowed.</summary>
    public void Authenticate()
    {
        if (IsAuthenticated) return;
        IsAuthenticated = true;
        _frames.MaxFrame = ProtocolLimits.Frame;
        _gate.Leave();
    }

    /// <summary>Puts a frame in line to be sent. A client that leaves too much unread is dropped.</summary>
    public void Send(OutboundFrame frame)
    {
        if (_outbox.TryAdd(frame)) return;
        LogSlowReader(_log, Id);
        _ended.Cancel();
    }

    /// <inheritdoc/>
    public void Send(byte[] frame) => Send(new OutboundFrame(frame));

    /// <summary>Closes once all that is in line has been sent.</summary>
    public void Close(WebSocketCloseStatus status, string reason) => Send(OutboundFrame.Close(status, reason));

    /// <summary>Serves the client until it leaves, breaks the rules, or the server stops.</summary>
    public async Task RunAsync()
    {
        LogOpened(_log, Id);
        await using var deadline = _clock.CreateTimer(
            _ => CloseUnlessAuthenticated(), null, TimeSpan.FromSeconds(ProtocolLimits.UnauthenticatedSeconds), Timeout.InfiniteTimeSpan);
        var sending = SendLoopAsync();
        var working = _lane.RunAsync();
        await ReceiveLoopAsync().ConfigureAwait(false);

        // The peer said good-bye or is gone: answers that are in line may still go out, but not for ever.
        _outbox.Complete();
        _lane.Complete();
        _ended.CancelAfter(CloseGrace);
        await sending.ConfigureAwait(false);
        // All has been said: only the work has yet to hear of the end.
        await _abort.DisposeAsync().ConfigureAwait(false);
        await _ended.CancelAsync().ConfigureAwait(false);
        await working.ConfigureAwait(false);
        Session?.Detach(this);
        if (!IsAuthenticated) _gate.Leave();
        LogClosed(_log, Id);
    }

    public void Dispose()
    {
        _buffer.Dispose();
        _lane.Dispose();
        _ended.Dispose();
    }

    async Task SendLoopAsync()
    {
        try
        {
            await _outbox.Sent.ConfigureAwait(false);
            // Ours was the first good-bye: the receive loop waits for the peer's, but not for ever.
            if (_socket.State == WebSocketState.CloseSent) _ended.CancelAfter(CloseGrace);
        }
        catch (Exception e) when (IsDisconnect(e))
        {
            LogDisconnected(_log, Id, e.Message);
            await _ended.CancelAsync().ConfigureAwait(false);
        }
    }

    async Task ReceiveLoopAsync()
    {
        try
        {
            while (true)
            {
                var received = await _socket.ReceiveAsync(_buffer.GetMemory(), CancellationToken.None).ConfigureAwait(false);
                switch (received.MessageType)
                {
                    case WebSocketMessageType.Binary or WebSocketMessageType.Text when _deaf:
                        break;
                    case WebSocketMessageType.Binary:
                        // What follows in the message of a bad frame is not looked at: it would be taken for frames.
                        if (!_skipping)
                        {
                            _buffer.Advance(received.Count);
                            await TakeFramesAsync().ConfigureAwait(false);
                        }
                        _skipping &= !received.EndOfMessage;
                        break;
                    case WebSocketMessageType.Text:
                        if (received.EndOfMessage) SendMalformed("text messages are not frames; send binary messages.");
                        break;
                    default:
                        Close(WebSocketCloseStatus.NormalClosure, "");
                        return;
                }
            }
        }
        catch (Exception e) when (IsDisconnect(e))
        {
            LogDisconnected(_log, Id, e.Message);
        }
    }

    async ValueTask TakeFramesAsync()
    {
        try
        {
            var unread = _buffer.Unread;
            while (_frames.TryRead(ref unread, out var frame))
            {
                var length = _buffer.Unread.Length - unread.Length;
                _metrics.FrameReceived(length);
                var lease = _buffer.Take(length);
                await _dispatcher.DispatchAsync(this, _lane, frame, lease).ConfigureAwait(false);
                if (WrongTokens >= ProtocolLimits.WrongTokens)
                {
                    // Answered, and heard no more.
                    Close(WebSocketCloseStatus.PolicyViolation, "Too many wrong tokens.");
                    _deaf = true;
                    return;
                }
                // The blocks may have moved on with what was taken.
                unread = _buffer.Unread;
            }
        }
        catch (MalformedFrameException e)
        {
            _buffer.Clear();
            _frames.Reset();
            _skipping = true;
            Send(Envelope.Error(RequestId.Null, new ErrorBody(ErrorCodes.MalformedFrame, e.Message)));
            if (!e.IsOverLimit || IsAuthenticated) return;
            Close(WebSocketCloseStatus.PolicyViolation, "Authenticate before sending large frames.");
            _deaf = true;
        }
    }

    void SendMalformed(string reason) =>
        Send(Envelope.Error(RequestId.Null, new ErrorBody(ErrorCodes.MalformedFrame, new MalformedFrameException(reason).Message)));

    // Ends whatever waits to be received or sent.
    void Abort()
    {
        _outbox.Complete();
        _socket.Abort();
    }

    void CloseUnlessAuthenticated()
    {
        if (!IsAuthenticated) Close(WebSocketCloseStatus.PolicyViolation, "No token was shown in time.");
    }

    static bool IsDisconnect(Exception e) =>
        e is WebSocketException or OperationCanceledException or IOException or ObjectDisposedException;
}
