using System.Diagnostics;
using Rtemis.Protocol;
using Rtemis.Server.Metrics;
using Rtemis.Server.Transport;

namespace Rtemis.Server.Dispatch;

/// <summary>
/// Takes a frame to the method that it names and its answer to the connection. Every request gets exactly one answer, whatever happens inside.
/// </summary>
sealed partial class Dispatcher(MethodTable methods, HeavyWork heavy, ServerMetrics metrics, ILogger<Dispatcher> log)
{
    /// <summary>
    /// Works on a quick request before it returns, and puts a slow one in <paramref name="lane"/>. The lease is ended when the request is done with.
    /// </summary>
    public async ValueTask DispatchAsync(WebSocketConnection connection, WorkLane lane, Frame frame, BufferLease lease)
    {
        var started = Stopwatch.GetTimestamp();
        var request = Request.Read(frame.Header, methods.Names);
        Method method;
        try
        {
            if (request.Id.Json.Length > ProtocolLimits.RequestId)
            {
                request = request with { Id = RequestId.Null };
                throw new ProtocolException(ErrorCodes.MalformedFrame, $"`id` has more than {ProtocolLimits.RequestId} bytes.");
            }
            method = Find(connection, request);
        }
        catch (ProtocolException e)
        {
            connection.Send(Envelope.Error(request.Id, WireErrors.From(e)));
            lease.Dispose();
            metrics.RequestAnswered(methods.Find(request.Method ?? "")?.Name, e.Code, started);
            return;
        }

        connection.Session?.Touch();
        var call = new Call(connection, request, frame) { Attached = connection.Session };
        switch (method.Lane)
        {
            case Lane.Quick:
                await AnswerAsync(method, call, lease, started).ConfigureAwait(false);
                break;
            case Lane.Slow or Lane.Heavy:
                await AnswerInLaneAsync(lane, method, call, lease, started).ConfigureAwait(false);
                break;
            default:
                AnswerApart(method, call, lease, started);
                break;
        }
    }

    // Each of these is a method of its own: what they keep for later would be made for quick requests too.
    ValueTask AnswerInLaneAsync(WorkLane lane, Method method, Call call, BufferLease lease, long started)
    {
        Task Answer() => AnswerAsync(method, call, lease, started);
        return lane.AddAsync(method.Lane == Lane.Heavy ? () => heavy.RunAsync(Answer) : Answer, call.Frame.Payload.Length, call.Cancellation);
    }

    void AnswerApart(Method method, Call call, BufferLease lease, long started) =>
        _ = Task.Run(() => AnswerAsync(method, call, lease, started), CancellationToken.None);

    Method Find(WebSocketConnection connection, Request request)
    {
        if (request.Method is not { } name) throw new ProtocolException(ErrorCodes.MalformedFrame, "Missing or invalid `method` field.");
        var method = methods.Find(name);
        if (method?.Needs != Needs.Nothing && !connection.IsAuthenticated) throw new ProtocolException(ErrorCodes.Unauthorized, "Authenticate first.");
        if (method is null)
            throw new ProtocolException(ErrorCodes.UnknownMethod, $"Unknown method: {Shown.Json(name)}");
        if (method.Needs == Needs.Attached && connection.Session is null)
            throw new ProtocolException(ErrorCodes.NotAttached, "Attach to a session first (session.create / session.join).");
        if (method.Needs == Needs.Unattached && connection.Session is not null)
            throw new ProtocolException(ErrorCodes.InvalidParams, "Already attached to a session; detach first.");
        return method;
    }

    // The gate: whatever a handler throws is answered, and what is a fault of ours is logged.
    async Task AnswerAsync(Method method, Call call, BufferLease lease, long started)
    {
        using (lease)
        {
            try
            {
                call.Connection.Send(await method.Invoke(call).ConfigureAwait(false));
                metrics.RequestAnswered(method.Name, "ok", started);
            }
            catch (Exception e)
            {
                if (WireErrors.IsFault(e)) LogFault(log, e, method.Name);
                var error = WireErrors.From(e);
                call.Connection.Send(Envelope.Error(call.Request.Id, error));
                metrics.RequestAnswered(method.Name, error.Code, started);
            }
        }
    }

    [LoggerMessage(300, LogLevel.Error, "{Method} failed.")]
    static partial void LogFault(ILogger log, Exception exception, string method);
}
