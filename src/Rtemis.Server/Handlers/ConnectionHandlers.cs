using System.Text.Json;
using Rtemis.Protocol;
using Rtemis.Protocol.Messages;
using Rtemis.Server.Daemons;
using Rtemis.Server.Dispatch;
using Rtemis.Server.Hosting;
using Rtemis.Server.Jobs;
using Rtemis.Server.Metrics;
using Rtemis.Server.Security;
using Rtemis.Server.Sessions;

namespace Rtemis.Server.Handlers;

/// <summary>Who is there, and is anybody: <c>auth</c>, <c>ping</c>, <c>info</c>.</summary>
sealed class ConnectionHandlers(
    AccessToken token, OneTimeCodes codes, WrongTokenThrottle throttle, EngineSet engines, DaemonPool daemons, JobQueue queue, SessionRegistry sessions,
    ServerInstance instance, ServerMetrics metrics, TimeProvider clock)
{
    // All pings of a second have the same answer.
    volatile Pong _pong = new(long.MinValue, new PingResult(""));

    public async ValueTask<AuthResult> AuthenticateAsync(Call call, AuthParams parameters)
    {
        if (parameters is { Token: not null, Code: not null })
            throw new ProtocolException(ErrorCodes.InvalidParams, "`token` and `code` can't be given together.");
        var connection = call.Connection;
        if ((parameters.Code is { } code ? CodeProblem(code) : TokenProblem(parameters.Token)) is { } problem)
        {
            metrics.WrongToken();
            await Task.Delay(throttle.Penalty(), clock, call.Cancellation).ConfigureAwait(false);
            connection.WrongTokens++;
            throw new ProtocolException(ErrorCodes.Unauthorized, problem);
        }
        connection.Authenticate();
        return new AuthResult(connection.Id, parameters.Code is null ? null : token.Text);
    }

    public PingResult Ping(Call call)
    {
        var now = clock.GetUtcNow();
        var pong = _pong;
        if (now.ToUnixTimeSeconds() != pong.Second) _pong = pong = new(now.ToUnixTimeSeconds(), new PingResult(WireTime.Utc(now)));
        return pong.Result;
    }

    public InfoResult Info(Call call)
    {
        var engine = engines.Default;
        return new(
            "rtemislive", ServerVersion.Text, engine.RtemisVersion, engine.RVersion, daemons.Alive, queue.Capacity, instance.Uptime.TotalSeconds, sessions.All.Count,
            queue.Running, engine.Name, [.. engines.All.Select(e => new EngineInfo(e.Name, e.RtemisVersion, e.RVersion))]);
    }

    string? TokenProblem(JsonElement? shown) => token.Matches(shown) ? null : "Invalid token.";

    string? CodeProblem(JsonElement shown) => codes.Use(shown) switch
    {
        CodeUse.Right => null,
        CodeUse.Spent => "This link has been used. Press Enter where the server runs for a new one, or show the token.",
        _ => "Invalid code.",
    };

    sealed record Pong(long Second, PingResult Result);
}
