using Rtemis.Client;
using Rtemis.Protocol;
using Rtemis.Protocol.Messages;
using Rtemis.Server.Options;

namespace Rtemis.Server.Tests.Sessions;

public sealed class SessionMethodTests
{
    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    static async Task<string> RefusalAsync(Task call) => (await Assert.ThrowsAsync<ServerErrorException>(() => call)).Error.Code;

    [Fact]
    public async Task SessionsAreNamedInTurnAndLimitedInNumber()
    {
        await using var server = await RunningServer.StartAsync(new ServerOptions { MaxSessions = 2 });
        await using var a = await server.ConnectAsync();
        await using var b = await server.ConnectAsync();
        await using var c = await server.ConnectAsync();
        Assert.Equal("untitled-1", (await a.CreateSessionAsync(cancellation: Cancellation)).Name);
        Assert.Equal("untitled-2", (await b.CreateSessionAsync(cancellation: Cancellation)).Name);
        Assert.Equal(ErrorCodes.TooMany, await RefusalAsync(c.CreateSessionAsync(cancellation: Cancellation)));
    }

    [Fact]
    public async Task ASessionThatIsDeletedLetsItsOtherConnectionsGo()
    {
        await using var server = await RunningServer.StartAsync();
        await using var a = await server.ConnectAsync();
        await using var b = await server.ConnectAsync();
        await a.CreateSessionAsync("s", Cancellation);
        await b.JoinSessionAsync("s", cancellation: Cancellation);
        await a.Connection.CallAsync(Methods.SessionDelete, cancellation: Cancellation);
        Assert.Equal(ErrorCodes.NotAttached, await RefusalAsync(b.Connection.CallAsync(Methods.SessionInfo, cancellation: Cancellation)));
        Assert.Equal(ErrorCodes.SessionNotFound, await RefusalAsync(b.JoinSessionAsync("s", cancellation: Cancellation)));
    }

    [Fact]
    public async Task AConnectionThatBreaksIsToldToTheOthers()
    {
        await using var server = await RunningServer.StartAsync();
        await using var a = await server.ConnectAsync();
        await a.CreateSessionAsync("s", Cancellation);
        var b = await server.ConnectAsync();
        await b.JoinSessionAsync("s", cancellation: Cancellation);
        await b.DisposeAsync();
        await foreach (var happened in a.Connection.Events.WithCancellation(Cancellation))
        {
            if (happened.Name != EventNames.SessionConnectionLeft) continue;
            Assert.Equal(1, happened.Data.GetProperty("n_connections").GetInt32());
            return;
        }
    }

    [Fact]
    public async Task AnAcknowledgementNeedsANumber()
    {
        await using var server = await RunningServer.StartAsync();
        await using var a = await server.ConnectAsync();
        await a.CreateSessionAsync(cancellation: Cancellation);
        var call = a.Connection.CallAsync(Methods.SessionAck, new SessionAckParams(-1), ProtocolJson.Default.SessionAckParams, cancellation: Cancellation);
        Assert.Equal(ErrorCodes.InvalidParams, await RefusalAsync(call));
    }

    [Fact]
    public async Task HeartbeatsReachEverySession()
    {
        await using var server = await RunningServer.StartAsync(new ServerOptions { HeartbeatInterval = TimeSpan.FromMilliseconds(20) });
        await using var a = await server.ConnectAsync();
        await a.CreateSessionAsync(cancellation: Cancellation);
        await foreach (var happened in a.Connection.Events.WithCancellation(Cancellation))
        {
            if (happened.Name != EventNames.Heartbeat) continue;
            Assert.Null(happened.Seq);
            Assert.Equal(1, happened.Data.GetProperty("daemon_count").GetInt32());
            return;
        }
    }

    [Fact]
    public async Task UnusedTablesAndSessionsAreLetGo()
    {
        await using var server = await RunningServer.StartAsync(new ServerOptions
        {
            GcInterval = TimeSpan.FromMilliseconds(20),
            DataTtl = TimeSpan.FromMilliseconds(50),
            SessionTtl = TimeSpan.FromMilliseconds(100),
        });
        var a = await server.ConnectAsync();
        await a.CreateSessionAsync("s", Cancellation);
        await a.UploadAsync("t", Tables.Random(10, 2), Cancellation);
        var registry = server.Service<Server.Sessions.SessionRegistry>();
        await Eventually.TrueAsync(() => registry.All[0].Data.Entries().Count == 0);
        Assert.Single(registry.All);
        await a.DisposeAsync();
        await Eventually.TrueAsync(() => registry.All.Count == 0);
    }

    [Theory]
    [InlineData(3650)]
    [InlineData(-3650)]
    public async Task AClockThatIsSetMakesNothingOld(int days)
    {
        var clock = new SetClock();
        await using var server = await RunningServer.StartAsync(
            new ServerOptions { GcInterval = TimeSpan.FromMilliseconds(20), HeartbeatInterval = TimeSpan.FromMilliseconds(200) }, clock);
        var a = await server.ConnectAsync();
        await a.CreateSessionAsync("s", Cancellation);
        var table = await a.UploadAsync("t", Tables.Random(10, 2), Cancellation);
        await a.DisposeAsync();
        clock.Offset = TimeSpan.FromDays(days);

        // Looks at what is old come ten times as often as heartbeats.
        await using var b = await server.ConnectAsync();
        await b.CreateSessionAsync("other", Cancellation);
        var heartbeats = 0;
        await foreach (var happened in b.Connection.Events.WithCancellation(Cancellation))
            if (happened.Name == EventNames.Heartbeat && ++heartbeats == 3) break;
        await using var c = await server.ConnectAsync();
        Assert.Equal([table.DataHandle], (await c.JoinSessionAsync("s", cancellation: Cancellation)).Data.Select(d => d.DataHandle));
        var job = await c.SubmitAsync(Methods.Cluster, table.DataHandle, "KMeans", null, Cancellation);
        await foreach (var happened in c.FollowAsync(job.JobId, Cancellation)) Assert.NotEqual(EventNames.JobFailed, happened.Name);
    }

    // A clock on the wall, which somebody sets; the one that measures runs on.
    sealed class SetClock : TimeProvider
    {
        public TimeSpan Offset { get; set; }

        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Offset;
    }
}
