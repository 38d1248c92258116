using Rtemis.Protocol;
using Rtemis.Protocol.Messages;
using Rtemis.Server.Daemons;
using Rtemis.Server.Dispatch;
using Rtemis.Server.Hosting;
using Rtemis.Server.Jobs;
using Rtemis.Server.Security;
using Rtemis.Server.Sessions;

namespace Rtemis.Server.Handlers;

/// <summary>Who is there, and is anybody: <c>auth</c>, <c>ping</c>, <c>info</c>.</summary>
sealed class ConnectionHandlers(
    AccessToken token, WrongTokenThrottle throttle, EngineSet engines, DaemonPool daemons, JobQueue queue, SessionRegistry sessions, ServerInstance instance,
    TimeProvider clock)
{
    public async ValueTask<AuthResult> AuthenticateAsync(Call call, AuthParams parameters)
    {
        var connection = call.Connection;
        if (!token.Matches(parameters.Token))
        {
            await Task.Delay(throttle.Penalty(), clock, call.Cancellation).ConfigureAwait(false);
            connection.WrongTokens++;
            throw new ProtocolException(ErrorCodes.Unauthorized, "Invalid token.");
        }
        connection.Authenticate();
        return new AuthResult(connection.Id);
    }

    public PingResult Ping(Call call) => new(WireTime.Utc(clock.GetUtcNow()));

    public InfoResult Info(Call call)
    {
        var engine = engines.Default;
        return new(
            "rtemislive", ServerVersion.Text, engine.RtemisVersion, engine.RVersion, daemons.Alive, queue.Capacity, instance.Uptime.TotalSeconds, sessions.All.Count,
            queue.Running, engine.Name, [.. engines.All.Select(e => new EngineInfo(e.Name, e.RtemisVersion, e.RVersion))]);
    }
}
