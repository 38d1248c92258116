using System.Buffers;
using System.Net;
using System.Net.WebSockets;
using Rtemis.Protocol;
using Rtemis.Protocol.Messages;

namespace Rtemis.Client.Tests;

/// <summary>A WebSocket server that has a script for each of its connections, in the order in which they come.</summary>
sealed class ScriptedPeer : IAsyncDisposable
{
    static readonly ProtocolJson Json = ProtocolJson.Default;

    readonly HttpListener _listener = new();
    Task _serving = Task.CompletedTask;

    public Uri Address { get; private init; } = new("ws://127.0.0.1/");

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static Task<ScriptedPeer> StartAsync(params Func<WebSocket, Task>[] scripts)
    {
        for (var port = 20_000 + Random.Shared.Next(20_000); ; port++)
        {
            var peer = new ScriptedPeer { Address = new Uri($"ws://127.0.0.1:{port}/") };
            peer._listener.Prefixes.Add($"http://127.0.0.1:{port}/");
            try
            {
                peer._listener.Start();
            }
            catch (HttpListenerException)
            {
                continue;
            }
            peer._serving = peer.ServeAsync(scripts);
            return Task.FromResult(peer);
        }
    }

    public static async Task<Request> HearAsync(WebSocket socket)
    {
        var bytes = new byte[1 << 16];
        var length = 0;
        ValueWebSocketReceiveResult part;
        do
        {
            part = await socket.ReceiveAsync(bytes.AsMemory(length), Cancellation);
            length += part.Count;
        }
        while (!part.EndOfMessage);
        var buffer = new ReadOnlySequence<byte>(bytes, 0, length);
        Assert.True(new FrameReader().TryRead(ref buffer, out var frame));
        return Request.Read(frame.Header);
    }

    /// <summary>Hears a request of that method.</summary>
    public static async Task<Request> HearAsync(WebSocket socket, string method)
    {
        var request = await HearAsync(socket);
        Assert.Equal(method, request.Method);
        return request;
    }

    public static Task SayAsync(WebSocket socket, byte[] bytes) => socket.SendAsync(bytes, WebSocketMessageType.Binary, true, Cancellation);

    /// <summary>Lets a client in.</summary>
    public static async Task AdmitAsync(WebSocket socket)
    {
        var ready = new ReadyData(1, "rtemislive", "1", new Dictionary<string, string>(), 1, new ReadyLimits(1, 1, 1, 1), "inst-1");
        await SayAsync(socket, Envelope.Event(EventNames.Ready, ready, Json.ReadyData));
        var auth = await HearAsync(socket, Methods.Auth);
        await SayAsync(socket, Envelope.Result(auth.Id, new AuthResult("conn-1"), Json.AuthResult));
    }

    /// <summary>Lets a client in and waits until it leaves.</summary>
    public static async Task AdmitUntilItLeavesAsync(WebSocket socket)
    {
        await AdmitAsync(socket);
        Assert.Equal(WebSocketMessageType.Close, (await socket.ReceiveAsync(new byte[16].AsMemory(), Cancellation)).MessageType);
    }

    /// <summary>Lets a client into a new session.</summary>
    public static async Task AdmitToSessionAsync(WebSocket socket)
    {
        await AdmitAsync(socket);
        var create = await HearAsync(socket, Methods.SessionCreate);
        await SayAsync(socket, Envelope.Result(create.Id, new SessionSnapshot("sess-1", "s", "", "", 1, [], []), Json.SessionSnapshot));
    }

    /// <summary>Lets a client into its session again; the jobs that there are.</summary>
    public static async Task ReadmitAsync(WebSocket socket, long since, params JobSummary[] jobs)
    {
        await AdmitAsync(socket);
        var join = await HearAsync(socket, Methods.SessionJoin);
        Assert.Equal(new SessionJoinParams("sess-1", null, since), System.Text.Json.JsonSerializer.Deserialize(join.Params.Span, Json.SessionJoinParams));
        await SayAsync(socket, Envelope.Result(join.Id, new SessionSnapshot("sess-1", "s", "", "", 1, [], []), Json.SessionSnapshot));
        var list = await HearAsync(socket, Methods.JobList);
        await SayAsync(socket, Envelope.Result(list.Id, new JobListResult(jobs), Json.JobListResult));
    }

    public async ValueTask DisposeAsync()
    {
        await _serving;
        _listener.Close();
    }

    async Task ServeAsync(Func<WebSocket, Task>[] scripts)
    {
        var running = new List<Task>();
        foreach (var script in scripts) running.Add(FollowAsync(script, await _listener.GetContextAsync()));
        await Task.WhenAll(running);
    }

    static async Task FollowAsync(Func<WebSocket, Task> script, HttpListenerContext context)
    {
        using var socket = (await context.AcceptWebSocketAsync(null)).WebSocket;
        await script(socket);
        if (socket.State == WebSocketState.Open) await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, "", Cancellation);
    }
}
