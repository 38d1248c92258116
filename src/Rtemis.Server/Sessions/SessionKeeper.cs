using Rtemis.Protocol;
using Rtemis.Protocol.Messages;
using Rtemis.Server.Daemons;
using Rtemis.Server.Jobs;
using Rtemis.Server.Options;
using Rtemis.Server.State;
using Rtemis.Server.Tables;

namespace Rtemis.Server.Sessions;

/// <summary>Sends the heartbeats, and lets go of tables and sessions that nobody has used for long.</summary>
sealed partial class SessionKeeper(
    SessionRegistry sessions, StateStore store, JobQueue queue, DaemonPool daemons, OpenTables tables, ServerOptions options, TimeProvider clock,
    ILogger<SessionKeeper> log)
    : BackgroundService
{
    static readonly TimeSpan OpenTableTtl = TimeSpan.FromMinutes(10);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(
        EachAsync(options.HeartbeatInterval, SendHeartbeat, stoppingToken),
        EachAsync(options.GcInterval, Collect, stoppingToken));

    async Task EachAsync(TimeSpan interval, Action action, CancellationToken stopping)
    {
        if (interval == TimeSpan.Zero) return;
        using var timer = new PeriodicTimer(interval, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stopping).ConfigureAwait(false)) action();
        }
        catch (OperationCanceledException)
        {
            // The server stops.
        }
    }

    void SendHeartbeat()
    {
        var data = new HeartbeatData(WireTime.Utc(clock.GetUtcNow()), daemons.Alive, queue.Running);
        var frame = Envelope.Event(EventNames.Heartbeat, data, ProtocolJson.Default.HeartbeatData);
        foreach (var session in sessions.All) session.Broadcast(frame);
    }

    void Collect()
    {
        tables.DropUnused(clock.GetUtcNow() - OpenTableTtl);
        store.PayOwed();
        foreach (var session in sessions.All)
        {
            var freed = session.Data.DropUnused(options.DataTtl);
            if (freed > 0) LogFreedData(log, freed, session.Id);
            if (session.MemberCount > 0 || session.Idle < options.SessionTtl || session.Jobs.Any(j => !j.IsFinal)) session.Keep();
            else Free(session);
        }
    }

    void Free(Session session)
    {
        try
        {
            sessions.Delete(session);
            LogFreedSession(log, session.Id);
        }
        catch (StateWriteException e)
        {
            // The disk is full, say: next time.
            LogNotFreed(log, session.Id, e.Message);
        }
    }

    [LoggerMessage(400, LogLevel.Information, "{Count} unused tables of {Session} were let go.")]
    static partial void LogFreedData(ILogger log, int count, string session);

    [LoggerMessage(401, LogLevel.Information, "{Session} was let go: nobody has used it for long.")]
    static partial void LogFreedSession(ILogger log, string session);

    [LoggerMessage(402, LogLevel.Warning, "{Session} could not be let go: {Reason}")]
    static partial void LogNotFreed(ILogger log, string session, string reason);
}
