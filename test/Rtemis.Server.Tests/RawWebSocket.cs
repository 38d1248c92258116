using System.Buffers.Binary;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Rtemis.Protocol;

namespace Rtemis.Server.Tests;

/// <summary>A WebSocket client that sends what it is told to, after RFC 6455, or against it.</summary>
sealed class RawWebSocket(RawSocket socket) : IDisposable
{
    public const byte Continuation = 0, Text = 1, Binary = 2, CloseCode = 8, Ping = 9, Pong = 10, Final = 0x80;
    static readonly byte[] Mask = [0x37, 0xfa, 0x21, 0x3d];

    /// <summary>The head of a request to upgrade, with more header lines.</summary>
    public static string[] Handshake(string host, string origin, params string[] more) =>
    [
        "GET / HTTP/1.1", $"Host: {host}", "Upgrade: websocket", "Connection: Upgrade", "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
        "Sec-WebSocket-Version: 13", $"Origin: {origin}", .. more,
    ];

    /// <summary>Connects and hears the server's greeting.</summary>
    public static async Task<RawWebSocket> OpenAsync(int port)
    {
        var socket = await RawSocket.ConnectAsync(port);
        await socket.SendAsync(RawSocket.Request(Handshake($"127.0.0.1:{port}", "http://localhost:3000")));
        Assert.Equal(101, (await socket.HeadAsync()).Status);
        var opened = new RawWebSocket(socket);
        Assert.Equal("ready", (await opened.HearAsync())!["event"]!.GetValue<string>());
        return opened;
    }

    /// <summary>The same, with the token shown.</summary>
    public static async Task<RawWebSocket> EnterAsync(int port)
    {
        var socket = await OpenAsync(port);
        await socket.SayAsync(Request("auth", Methods.Auth, new JsonObject { ["token"] = RunningServer.Token }));
        Assert.True((await socket.HearAsync())!["ok"]!.GetValue<bool>());
        return socket;
    }

    /// <summary>A frame of ours with a request.</summary>
    public static byte[] Request(string id, string method, JsonObject? parameters = null) => FrameWriter.Prefix(
        JsonSerializer.SerializeToUtf8Bytes(new JsonObject { ["v"] = 1, ["id"] = id, ["method"] = method, ["params"] = parameters }));

    /// <summary>A WebSocket frame of a client.</summary>
    public static byte[] Frame(byte first, ReadOnlySpan<byte> payload)
    {
        var masked = payload.ToArray();
        for (var i = 0; i < masked.Length; i++) masked[i] ^= Mask[i % 4];
        return [first, .. Length(payload.Length), .. Mask, .. masked];
    }

    public Task SendAsync(byte[] bytes) => socket.SendAsync(bytes);

    public Task SendAsync(byte first, params byte[] payload) => socket.SendAsync(Frame(first, payload));

    /// <summary>Sends one of our frames as one message.</summary>
    public Task SayAsync(byte[] frame) => SendAsync(Final | Binary, frame);

    public void EndSending() => socket.EndSending();

    /// <summary>The next WebSocket frame; null when the connection ended without one.</summary>
    public async Task<(byte First, byte[] Payload)?> ReceiveAsync()
    {
        var head = new byte[2];
        if (!await socket.FillAsync(head)) return null;
        Assert.Equal(0, head[1] & 0x80);
        var more = new byte[head[1] switch { 126 => 2, 127 => 8, _ => 0 }];
        if (!await socket.FillAsync(more)) return null;
        var length = more.Length switch { 2 => BinaryPrimitives.ReadUInt16BigEndian(more), 8 => (int)BinaryPrimitives.ReadInt64BigEndian(more), _ => head[1] };
        var payload = new byte[length];
        return await socket.FillAsync(payload) ? (head[0], payload) : null;
    }

    /// <summary>The next of the server's headers, heartbeats passed over; null when the connection ended or was closed.</summary>
    public async Task<JsonNode?> HearAsync()
    {
        while (true)
        {
            if (await ReceiveAsync() is not { } frame || (frame.First & 15) == CloseCode) return null;
            if ((frame.First & 15) is Ping or Pong) continue;
            var header = JsonNode.Parse(frame.Payload.AsSpan(4, BinaryPrimitives.ReadInt32BigEndian(frame.Payload)))!;
            if (header["event"]?.GetValue<string>() != EventNames.Heartbeat) return header;
        }
    }

    /// <summary>Waits for the end: the code that the server closes with, or 0 when it hangs up without one.</summary>
    public async Task<int> EndAsync()
    {
        var code = 0;
        while (await ReceiveAsync() is { } frame)
            if ((frame.First & 15) == CloseCode) code = BinaryPrimitives.ReadUInt16BigEndian(frame.Payload);
        return code;
    }

    /// <summary>A close frame's payload.</summary>
    public static byte[] Reason(int code, string text = "") => [(byte)(code >> 8), (byte)code, .. Encoding.UTF8.GetBytes(text)];

    public void Dispose() => socket.Dispose();

    static byte[] Length(int length) => length switch
    {
        < 126 => [(byte)(0x80 | length)],
        <= ushort.MaxValue => [0x80 | 126, (byte)(length >> 8), (byte)length],
        _ => [0x80 | 127, 0, 0, 0, 0, (byte)(length >> 24), (byte)(length >> 16), (byte)(length >> 8), (byte)length],
    };
}
