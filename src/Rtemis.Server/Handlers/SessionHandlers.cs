using Rtemis.Protocol;
using Rtemis.Protocol.Messages;
using Rtemis.Server.Dispatch;
using Rtemis.Server.Sessions;

namespace Rtemis.Server.Handlers;

/// <summary>Sessions: list, create, join, leave, rename, end.</summary>
sealed class SessionHandlers(SessionRegistry sessions)
{
    public SessionListResult List(Call call) => new([.. sessions.All.Select(s => s.ListEntry())]);

    public SessionSnapshot Create(Call call, NameParams parameters)
    {
        var session = sessions.Create(parameters.Name);
        session.Attach(call.Connection);
        return session.Snapshot();
    }

    public SessionSnapshot Join(Call call, SessionJoinParams parameters)
    {
        if (parameters.Since is < 0) throw new ProtocolException(ErrorCodes.InvalidParams, $"`since` must be 0 or more (got {parameters.Since}).");
        var session = sessions.Find(parameters.SessionId, parameters.Name);
        session.Attach(call.Connection, parameters.Since);
        session.Tell(SessionChanges.Connections);
        return session.Snapshot();
    }

    public DetachedResult Detach(Call call)
    {
        call.Session.Detach(call.Connection);
        return new(true);
    }

    public RenamedResult Rename(Call call, NameParams parameters)
    {
        var name = parameters.Name ?? throw new ProtocolException(ErrorCodes.InvalidParams, "`name` is required.");
        sessions.Rename(call.Session, name);
        return new(call.Session.Id, call.Session.Name);
    }

    public SessionDeletedResult Delete(Call call)
    {
        sessions.Delete(call.Session);
        return new(true, call.Session.Id);
    }

    public SessionSnapshot Info(Call call) => call.Session.Snapshot();

    public AckResult Acknowledge(Call call, SessionAckParams parameters) => parameters.Seq is { } seq and >= 0
        ? new(call.Session.Acknowledge(seq))
        : throw new ProtocolException(ErrorCodes.InvalidParams, $"`seq` must be 0 or more (got {parameters.Seq?.ToString(null, null) ?? "nothing"}).");
}
