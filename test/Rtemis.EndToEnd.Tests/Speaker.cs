using System.Buffers.Binary;
using System.Net.WebSockets;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using Rtemis.Protocol;

namespace Rtemis.EndToEnd.Tests;

/// <summary>A client that knows nothing of ours but the frame's three parts: it says JSON and bytes and hears JSON.</summary>
sealed class Speaker
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    readonly ClientWebSocket _socket = new();
    readonly Channel<JsonNode> _answers = Channel.CreateUnbounded<JsonNode>();
    readonly List<JsonNode> _events = [];
    readonly TaskCompletionSource _closed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    readonly SemaphoreSlim _heard = new(0);
    int _expected;

    public static async Task<Speaker> ConnectAsync(Uri address)
    {
        var speaker = new Speaker();
        speaker._socket.Options.SetRequestHeader("Origin", "http://localhost:3000");
        using var patience = new CancellationTokenSource(Patience);
        await speaker._socket.ConnectAsync(address, patience.Token);
        _ = speaker.ListenAsync();
        return speaker;
    }

    /// <summary>Asks and waits for the answer.</summary>
    public Task<JsonNode> AskAsync(JsonObject request, byte[]? payload)
    {
        if (payload is not null) request["payload"] = new JsonObject { ["format"] = "arrow-ipc", ["bytes"] = payload.Length };
        var json = System.Text.Encoding.UTF8.GetBytes(request.ToJsonString());
        var frame = new byte[4 + json.Length + (payload?.Length ?? 0)];
        BinaryPrimitives.WriteInt32BigEndian(frame, json.Length);
        json.CopyTo(frame, 4);
        payload?.CopyTo(frame, 4 + json.Length);
        return SayAsync(frame);
    }

    /// <summary>Says bytes and waits for the answer.</summary>
    public async Task<JsonNode> SayAsync(byte[] bytes)
    {
        using var patience = new CancellationTokenSource(Patience);
        await _socket.SendAsync(bytes, WebSocketMessageType.Binary, true, patience.Token);
        return await _answers.Reader.ReadAsync(patience.Token);
    }

    /// <summary>The first event that came.</summary>
    public async Task<JsonNode> FirstEventAsync()
    {
        while (true)
        {
            lock (_events)
                if (_events.Count > 0) return _events[0];
            Assert.True(await _heard.WaitAsync(Patience), "No event came.");
        }
    }

    /// <summary>Waits until the recorded events have come, in their order; progress and heartbeats may lie between.</summary>
    public async Task ExpectAsync(JsonArray recorded, Action<JsonNode?, JsonNode?, string, List<string>> compare)
    {
        foreach (var want in recorded)
        {
            while (true)
            {
                JsonNode? next = null;
                lock (_events)
                    while (next is null && _expected < _events.Count)
                    {
                        var candidate = _events[_expected++];
                        if (candidate["event"]!.GetValue<string>() == want!["event"]!.GetValue<string>()) next = candidate;
                    }
                if (next is not null)
                {
                    var problems = new List<string>();
                    compare(want, next, "event", problems);
                    Assert.Empty(problems);
                    break;
                }
                Assert.True(await _heard.WaitAsync(Patience), $"The event {want} did not come.");
            }
        }
    }

    /// <summary>Whether the server ended the connection; waits for it unless told not to.</summary>
    public async Task<bool> IsClosedAsync(bool wait = true) =>
        wait ? await Task.WhenAny(_closed.Task, Task.Delay(Patience)) == _closed.Task : _closed.Task.IsCompleted;

    public async Task LeaveAsync()
    {
        if (_socket.State != WebSocketState.Open) return;
        using var patience = new CancellationTokenSource(Patience);
        await _socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, "", patience.Token);
        await _closed.Task.WaitAsync(patience.Token);
    }

    async Task ListenAsync()
    {
        var bytes = new byte[1 << 20];
        try
        {
            while (true)
            {
                var length = 0;
                ValueWebSocketReceiveResult part;
                do
                {
                    part = await _socket.ReceiveAsync(bytes.AsMemory(length), CancellationToken.None);
                    length += part.Count;
                }
                while (!part.EndOfMessage);
                if (part.MessageType == WebSocketMessageType.Close) return;
                Take(JsonNode.Parse(bytes.AsSpan(4, BinaryPrimitives.ReadInt32BigEndian(bytes)))!);
            }
        }
        catch (WebSocketException)
        {
            // The server is gone: that is what closed means here.
        }
        finally
        {
            _closed.TrySetResult();
            _answers.Writer.TryComplete();
        }
    }

    void Take(JsonNode header)
    {
        if (header["event"] is null) _answers.Writer.TryWrite(header);
        // The reference does not have the two events about the session itself; a client that does not know them passes them over.
        else if (header["event"]!.GetValue<string>() is not (EventNames.Heartbeat or EventNames.SessionChanged or EventNames.SessionDeleted))
        {
            lock (_events) _events.Add(header);
            _heard.Release();
        }
    }
}
