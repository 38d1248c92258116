using System.Text.Json.Nodes;
using Rtemis.Client;
using Rtemis.Protocol;
using Rtemis.Server.Options;

namespace Rtemis.Server.Tests.Sessions;

public sealed class SessionChangeTests
{
    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    static async Task<ServerEvent> NextAsync(WireClient client, string name)
    {
        await foreach (var happened in client.Connection.Events.WithCancellation(Cancellation))
            if (happened.Name == name) return happened;
        throw new InvalidOperationException($"The connection ended before {name} came.");
    }

    static async Task HearAsync(string changed, params WireClient[] clients)
    {
        long? seq = null;
        foreach (var client in clients)
        {
            var happened = await NextAsync(client, EventNames.SessionChanged);
            Assert.Equal(changed, happened.Data.GetProperty("changed").GetString());
            Assert.StartsWith("sess-", happened.Data.GetProperty("session_id").GetString(), StringComparison.Ordinal);
            Assert.Equal(seq ?? happened.Seq, happened.Seq);
            Assert.NotNull(seq = happened.Seq);
        }
    }

    [Fact]
    public async Task EveryConnectionHearsOfEveryChangeWhoeverMadeIt()
    {
        await using var server = await RunningServer.StartAsync();
        await using var a = await server.ConnectAsync();
        await using var b = await server.ConnectAsync();
        await a.CreateSessionAsync("s", Cancellation);
        await b.JoinSessionAsync("s", cancellation: Cancellation);
        await HearAsync(SessionChanges.Connections, a, b);

        var handle = (await a.UploadAsync("t", Tables.Random(50, 4), Cancellation)).DataHandle;
        await HearAsync(SessionChanges.Data, a, b);
        var arranged = await b.AskAsync(Methods.DataArrange, $$"""{"data_handle":"{{handle}}","columns":[{"name":"x1"}]}""");
        await HearAsync(SessionChanges.Data, a, b);
        await a.AskAsync(Methods.DataDelete, $$"""{"data_handle":"{{arranged.Result.GetProperty("data_handle").GetString()}}"}""");
        await HearAsync(SessionChanges.Data, a, b);

        await a.AskAsync(Methods.SessionRename, """{"name":"other"}""");
        await HearAsync(SessionChanges.Name, a, b);

        var job = (await b.SubmitAsync(Methods.Cluster, handle, "KMeans", new JsonObject(), Cancellation)).JobId;
        await HearAsync(SessionChanges.Jobs, a, b);
        await NextAsync(a, EventNames.JobComplete);
        await a.AskAsync(Methods.JobDelete, $$"""{"job_id":"{{job}}"}""");
        await HearAsync(SessionChanges.Jobs, a, b);
    }

    [Fact]
    public async Task ARefusalOrNothingDoneIsNoChange()
    {
        await using var server = await RunningServer.StartAsync();
        await using var a = await server.ConnectAsync();
        var session = await a.CreateSessionAsync("s", Cancellation);
        await a.AskAsync(Methods.DataDelete, """{"data_handle":"data-none"}""");
        await a.RefusalAsync(Methods.SessionRename, """{"name":"not allowed"}""");
        await a.RefusalAsync(Methods.Train, """{"data_handle":"data-none","algorithm":"CART"}""");
        await a.UploadAsync("t", Tables.Random(5, 2), Cancellation);
        var first = await NextAsync(a, EventNames.SessionChanged);
        Assert.Equal((session.SessionId, 1), (first.Data.GetProperty("session_id").GetString(), first.Seq));
    }

    [Fact]
    public async Task TablesThatAreLetGoAreAChangeOfTheData()
    {
        await using var server = await RunningServer.StartAsync(
            new ServerOptions { GcInterval = TimeSpan.FromMilliseconds(20), DataTtl = TimeSpan.FromMilliseconds(50) });
        await using var a = await server.ConnectAsync();
        await a.CreateSessionAsync("s", Cancellation);
        await a.UploadAsync("t", Tables.Random(10, 2), Cancellation);
        await HearAsync(SessionChanges.Data, a);
        await HearAsync(SessionChanges.Data, a);
        Assert.Empty((await a.Connection.CallAsync(Methods.DataList, cancellation: Cancellation)).Result.GetProperty("handles").EnumerateArray());
    }

    [Fact]
    public async Task ChangesThatWereMissedComeAgain()
    {
        await using var server = await RunningServer.StartAsync();
        await using var a = await server.ConnectAsync();
        await a.CreateSessionAsync("s", Cancellation);
        await a.UploadAsync("t", Tables.Random(5, 2), Cancellation);
        await using var b = await server.ConnectAsync();
        await b.JoinSessionAsync("s", since: 0, Cancellation);
        await HearAsync(SessionChanges.Data, b);
        await HearAsync(SessionChanges.Connections, b);
    }

    [Fact]
    public async Task EveryConnectionHearsThatTheSessionIsGoneAndCanJoinAnother()
    {
        await using var server = await RunningServer.StartAsync();
        await using var a = await server.ConnectAsync();
        await using var b = await server.ConnectAsync();
        var session = await a.CreateSessionAsync("s", Cancellation);
        await b.JoinSessionAsync("s", cancellation: Cancellation);
        await a.Connection.CallAsync(Methods.SessionDelete, cancellation: Cancellation);
        foreach (var client in (WireClient[])[a, b])
        {
            var gone = await NextAsync(client, EventNames.SessionDeleted);
            Assert.Equal(session.SessionId, gone.Data.GetProperty("session_id").GetString());
            Assert.Null(gone.Seq);
            await client.CreateSessionAsync(cancellation: Cancellation);
        }
    }
}
