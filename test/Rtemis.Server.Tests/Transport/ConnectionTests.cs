using System.Net.WebSockets;
using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using Rtemis.Protocol;
using Rtemis.Protocol.Messages;

namespace Rtemis.Server.Tests.Transport;

public sealed class ConnectionTests
{
    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    static async Task<ClientWebSocket> SocketAsync(RunningServer server)
    {
        var socket = new ClientWebSocket();
        socket.Options.SetRequestHeader("Origin", "http://localhost:3000");
        await socket.ConnectAsync(server.Address, Cancellation);
        Assert.Equal("ready", (await HearAsync(socket)).GetProperty("event").GetString());
        return socket;
    }

    static async Task<JsonElement> HearAsync(ClientWebSocket socket)
    {
        var bytes = new byte[1 << 16];
        var length = 0;
        ValueWebSocketReceiveResult part;
        do
        {
            part = await socket.ReceiveAsync(bytes.AsMemory(length), Cancellation);
            if (part.MessageType == WebSocketMessageType.Close) return JsonSerializer.SerializeToElement(new { closed = (int?)socket.CloseStatus });
            length += part.Count;
        }
        while (!part.EndOfMessage);
        return JsonDocument.Parse(bytes.AsMemory(4, length - 4)).RootElement;
    }

    static Task SayAsync(ClientWebSocket socket, byte[] bytes, WebSocketMessageType type = WebSocketMessageType.Binary) =>
        socket.SendAsync(bytes, type, true, Cancellation);

    static byte[] Request(string id, string method, object? parameters = null) =>
        FrameWriter.Prefix(JsonSerializer.SerializeToUtf8Bytes(new { v = 1, id, method, @params = parameters }));

    static Task AuthenticateAsync(ClientWebSocket socket) => SayAsync(socket, Request("a", "auth", new { token = RunningServer.Token }));

    static string Code(JsonElement answer) => answer.GetProperty("error").GetProperty("code").GetString()!;

    [Fact]
    public async Task SeveralFramesInOneMessageAndOneFrameInSeveralMessagesAreTheSame()
    {
        await using var server = await RunningServer.StartAsync();
        using var socket = await SocketAsync(server);
        byte[] bytes = [.. Request("a", "auth", new { token = RunningServer.Token }), .. Request("p1", "ping"), .. Request("p2", "ping")];
        await SayAsync(socket, bytes[..10]);
        await SayAsync(socket, bytes[10..]);
        foreach (var id in (string[])["a", "p1", "p2"]) Assert.Equal(id, (await HearAsync(socket)).GetProperty("id").GetString());
    }

    [Fact]
    public async Task TheThirdWrongTokenIsAnsweredAndEndsTheConnection()
    {
        await using var server = await RunningServer.StartAsync();
        using var socket = await SocketAsync(server);
        for (var i = 0; i < 5; i++) await SayAsync(socket, Request($"{i}", "auth", new { token = "wrong" }));
        for (var i = 0; i < 3; i++) Assert.Equal("unauthorized", Code(await HearAsync(socket)));
        Assert.Equal(1008, (await HearAsync(socket)).GetProperty("closed").GetInt32());
    }

    [Fact]
    public async Task ATextMessageIsAnsweredAsMalformedAndTheConnectionStays()
    {
        await using var server = await RunningServer.StartAsync();
        using var socket = await SocketAsync(server);
        await SayAsync(socket, "hello"u8.ToArray(), WebSocketMessageType.Text);
        Assert.Equal("malformed_frame", Code(await HearAsync(socket)));
        await AuthenticateAsync(socket);
        Assert.True((await HearAsync(socket)).GetProperty("ok").GetBoolean());
    }

    [Fact]
    public async Task ABadFrameIsAnsweredOnceHoweverMuchFollowsInItsMessage()
    {
        await using var server = await RunningServer.StartAsync();
        using var socket = await SocketAsync(server);
        await AuthenticateAsync(socket);
        await HearAsync(socket);
        byte[] bad = [.. FrameWriter.Prefix("""{"id":1,"method":"ping","payload":{"format":"arrow-ipc","bytes":300000000}}"""u8), .. new byte[1_000_000]];
        await SayAsync(socket, bad);
        await SayAsync(socket, Request("p", "ping"));
        Assert.Equal("malformed_frame", Code(await HearAsync(socket)));
        Assert.Equal("p", (await HearAsync(socket)).GetProperty("id").GetString());
    }

    [Fact]
    public async Task ALargeFrameBeforeTheTokenEndsTheConnection()
    {
        await using var server = await RunningServer.StartAsync();
        using var socket = await SocketAsync(server);
        await SayAsync(socket, FrameWriter.Prefix("""{"id":1,"method":"ping","payload":{"format":"arrow-ipc","bytes":70000}}"""u8));
        Assert.Equal("malformed_frame", Code(await HearAsync(socket)));
        Assert.Equal(1008, (await HearAsync(socket)).GetProperty("closed").GetInt32());
    }

    [Fact]
    public async Task AConnectionThatShowsNoTokenInTimeIsClosed()
    {
        var clock = new FakeTimeProvider();
        await using var server = await RunningServer.StartAsync(clock: clock);
        using var idle = await SocketAsync(server);
        using var quick = await SocketAsync(server);
        await AuthenticateAsync(quick);
        await HearAsync(quick);
        clock.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal(1008, (await HearAsync(idle)).GetProperty("closed").GetInt32());
        await SayAsync(quick, Request("p", "ping"));
        Assert.Equal("p", (await HearAsync(quick)).GetProperty("id").GetString());
    }

    [Theory]
    [InlineData("no.such.method", null, "unauthorized")]
    [InlineData("ping", null, "unauthorized")]
    public async Task NothingIsToldToWhoHasNotShownTheToken(string method, object? parameters, string code)
    {
        await using var server = await RunningServer.StartAsync();
        using var socket = await SocketAsync(server);
        await SayAsync(socket, Request("x", method, parameters));
        Assert.Equal(code, Code(await HearAsync(socket)));
    }

    [Theory]
    [InlineData("""{"id":1,"method":"session.create","params":5}""", "`params` must be an object (got 5).")]
    [InlineData("""{"id":1,"method":"session.create","params":{"name":5}}""", "`name` has a value of the wrong type (got 5).")]
    [InlineData("""{"id":1,"method":"session.join","params":{"name":"x","since":"y"}}""", "`since` has a value of the wrong type (got \"y\").")]
    public async Task AParameterOfTheWrongTypeIsNamedWithItsValue(string request, string message)
    {
        await using var server = await RunningServer.StartAsync();
        using var socket = await SocketAsync(server);
        await AuthenticateAsync(socket);
        await HearAsync(socket);
        await SayAsync(socket, FrameWriter.Prefix(System.Text.Encoding.UTF8.GetBytes(request)));
        var answer = await HearAsync(socket);
        Assert.Equal(("invalid_params", message), (Code(answer), answer.GetProperty("error").GetProperty("message").GetString()));
    }

    [Fact]
    public async Task APingIsNotBehindAnUploadOnItsOwnConnection()
    {
        await using var server = await RunningServer.StartAsync();
        await using var client = await server.ConnectAsync();
        await client.CreateSessionAsync(cancellation: Cancellation);
        var table = Tables.Arrow(Tables.Random(200_000, 20));
        var entry = await client.UploadAsync("t", table, Cancellation);
        var describing = client.DescribeAsync(entry.DataHandle, Cancellation);
        await client.Connection.CallAsync("ping", cancellation: Cancellation);
        Assert.False(describing.IsCompleted, "The description of four million numbers was done before a ping.");
        Assert.Equal(20, (await describing).Cols);
    }

    [Fact]
    public async Task AClientThatDoesNotReadIsDroppedAndItsSessionGoesOn()
    {
        await using var server = await RunningServer.StartAsync();
        await using var client = await server.ConnectAsync();
        var session = await client.CreateSessionAsync("s", Cancellation);
        using var deaf = await SocketAsync(server);
        await AuthenticateAsync(deaf);
        await HearAsync(deaf);
        await SayAsync(deaf, Request("j", "session.join", new { name = "s" }));
        await HearAsync(deaf);
        var kept = server.Service<Server.Sessions.SessionRegistry>().Find(session.SessionId, null);
        var large = new string('x', 1 << 19);
        for (var i = 0; i < 200; i++)
            kept.Broadcast(Envelope.Event(EventNames.Heartbeat, new HeartbeatData(large, 0, 0), ProtocolJson.Default.HeartbeatData));
        await Eventually.TrueAsync(() => kept.MemberCount == 1 || kept.MemberCount == 0);
    }

    [Fact]
    public async Task AStoppingServerSaysGoodBye()
    {
        var server = await RunningServer.StartAsync();
        await using var client = await server.ConnectAsync();
        await server.DisposeAsync();
        await client.Connection.Ended.WaitAsync(Cancellation);
        Assert.Equal(WebSocketCloseStatus.EndpointUnavailable, client.Connection.CloseStatus);
    }
}
