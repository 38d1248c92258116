using System.Text.Json.Nodes;
using Rtemis.Protocol;
using static Rtemis.Server.Tests.RawWebSocket;

namespace Rtemis.Server.Tests.Transport;

/// <summary>
/// The WebSocket protocol (RFC 6455) as the server speaks it, down to single bytes. Every breach is answered with the close code that the standard
/// has for it, no connection hangs, and the server serves on.
/// </summary>
public sealed class WebSocketConformanceTests(SharedServer shared) : IClassFixture<SharedServer>
{
    const int ProtocolError = 1002, InvalidData = 1007;
    const byte Reserved1 = 0x40, Reserved2 = 0x20, Reserved3 = 0x10;

    static byte[] Asking(string id) => Request(id, Methods.Ping);

    static async Task AnsweredAsync(RawWebSocket socket, params string[] ids)
    {
        foreach (var id in ids) Assert.Equal(id, (await socket.HearAsync())?["id"]?.GetValue<string>());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(10)]
    public async Task OneOfOurFramesMayComeInAnyNumberOfFragments(int size)
    {
        using var socket = await EnterAsync(shared.Port);
        byte[] frames = [.. Asking("p1"), .. Asking("p2")];
        var pieces = frames.Chunk(size).ToList();
        for (var i = 0; i < pieces.Count; i++)
            await socket.SendAsync((byte)((i == 0 ? Binary : Continuation) | (i == pieces.Count - 1 ? Final : 0)), pieces[i]);
        await AnsweredAsync(socket, "p1", "p2");
    }

    [Fact]
    public async Task EmptyFragmentsAndEmptyMessagesAreNothing()
    {
        using var socket = await EnterAsync(shared.Port);
        var asking = Asking("p1");
        await socket.SendAsync(Final | Binary);
        await socket.SendAsync(Binary);
        await socket.SendAsync(Continuation);
        await socket.SendAsync(Continuation, asking);
        await socket.SendAsync(Final | Continuation);
        await socket.SendAsync(Final | Binary);
        await AnsweredAsync(socket, "p1");
    }

    [Fact]
    public async Task TheBytesOfAFrameMayComeOneByOne()
    {
        using var socket = await EnterAsync(shared.Port);
        foreach (var one in Frame(Final | Binary, Asking("p1"))) await socket.SendAsync([one]);
        await AnsweredAsync(socket, "p1");
    }

    [Fact]
    public async Task ControlFramesInBetweenAreAnsweredAndDisturbNothing()
    {
        using var socket = await EnterAsync(shared.Port);
        var asking = Asking("p1");
        await socket.SendAsync(Binary, asking[..9]);
        await socket.SendAsync(Final | Ping, 1, 2, 3);
        var pong = await socket.ReceiveAsync();
        Assert.Equal(Final | Pong, pong!.Value.First);
        Assert.Equal([1, 2, 3], pong.Value.Payload);
        await socket.SendAsync(Final | Pong, 9);
        await socket.SendAsync(Final | Continuation, asking[9..]);
        await AnsweredAsync(socket, "p1");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(125)]
    public async Task APingComesBackAsAPongWithAllItHas(int length)
    {
        using var socket = await EnterAsync(shared.Port);
        var payload = Enumerable.Range(0, length).Select(i => (byte)(i * 7)).ToArray();
        await socket.SendAsync(Final | Ping, payload);
        var pong = await socket.ReceiveAsync();
        Assert.Equal(Final | Pong, pong!.Value.First);
        Assert.Equal(payload, pong.Value.Payload);
    }

    [Theory]
    [InlineData(125)]
    [InlineData(126)]
    [InlineData(127)]
    [InlineData(65535)]
    [InlineData(65536)]
    [InlineData(300_000)]
    public async Task AMessageMayHaveAnyLength(int length)
    {
        using var socket = await EnterAsync(shared.Port);
        var empty = Request("p1", Methods.Ping, new JsonObject { ["pad"] = "" });
        await socket.SayAsync(Request("p1", Methods.Ping, new JsonObject { ["pad"] = new string('x', length - empty.Length) }));
        await AnsweredAsync(socket, "p1");
    }

    public static TheoryData<string, byte[], int> Breaches => new()
    {
        { "no mask", [Final | Binary, 3, 1, 2, 3], ProtocolError },
        { "no mask on an empty frame", [Final | Ping, 0], ProtocolError },
        { "reserved bit 1", Frame(Final | Reserved1 | Binary, [1]), ProtocolError },
        { "reserved bit 2", Frame(Final | Reserved2 | Binary, [1]), ProtocolError },
        { "reserved bit 3", Frame(Final | Reserved3 | Ping, [1]), ProtocolError },
        { "reserved opcode 3", Frame(Final | 3, [1]), ProtocolError },
        { "reserved opcode 7", Frame(Final | 7, []), ProtocolError },
        { "reserved opcode 11", Frame(Final | 11, []), ProtocolError },
        { "reserved opcode 15", Frame(Final | 15, [1]), ProtocolError },
        { "a long ping", Frame(Final | Ping, new byte[126]), ProtocolError },
        { "a very long pong", Frame(Final | Pong, new byte[70_000]), ProtocolError },
        { "a long good-bye", Frame(Final | CloseCode, new byte[126]), ProtocolError },
        { "a fragmented ping", Frame(Ping, [1]), ProtocolError },
        { "a fragmented good-bye", Frame(CloseCode, Reason(1000)), ProtocolError },
        { "a continuation of nothing", Frame(Continuation, [1]), ProtocolError },
        { "a last continuation of nothing", Frame(Final | Continuation, [1]), ProtocolError },
        { "a message inside another", [.. Frame(Binary, [1]), .. Frame(Final | Binary, [1])], ProtocolError },
        { "a text inside another message", [.. Frame(Binary, [1]), .. Frame(Text, [1])], ProtocolError },
        { "a length with its top bit set", [Final | Binary, 0xff, 0x80, 0, 0, 0, 0, 0, 0, 5, 1, 2, 3, 4], ProtocolError },
        { "a length of all ones", [Final | Binary, 0xff, .. Enumerable.Repeat((byte)0xff, 8), 1, 2, 3, 4], ProtocolError },
        { "text that is no UTF-8", Frame(Final | Text, [0xc3, 0x28]), InvalidData },
        { "text with a lone surrogate", Frame(Final | Text, [0xed, 0xa0, 0x80]), InvalidData },
        { "text that breaks off in a character", Frame(Final | Text, [0xe2, 0x82]), InvalidData },
        { "fragmented text that is no UTF-8", [.. Frame(Text, [0xe2, 0x82]), .. Frame(Final | Continuation, [0x28])], InvalidData },
        { "a good-bye of one byte", Frame(Final | CloseCode, [3]), ProtocolError },
        // The standard would have 1007 here; the platform's own answer says as much: the connection ends in both cases, with a breach told.
        { "a good-bye whose reason is no UTF-8", Frame(Final | CloseCode, [3, 232, 0xc3, 0x28]), ProtocolError },
    };

    [Theory]
    [MemberData(nameof(Breaches))]
    public async Task ABreachIsAnsweredWithItsCloseCode(string what, byte[] bytes, int code)
    {
        using var socket = await EnterAsync(shared.Port);
        await socket.SendAsync([.. bytes, .. Frame(Final | Binary, Asking("late"))]);
        Assert.True(await socket.EndAsync() is var given && given == code, $"{what}: {given}");
        await ServesOnAsync(shared.Port);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(8)]
    public async Task WhoHangsUpInTheMiddleOfAFrameIsForgotten(int sent)
    {
        using var socket = await EnterAsync(shared.Port);
        await socket.SendAsync(Frame(Final | Binary, Asking("p1"))[..sent]);
        socket.EndSending();
        await socket.EndAsync();
        await ServesOnAsync(shared.Port);
    }

    internal static async Task ServesOnAsync(int port)
    {
        using var next = await EnterAsync(port);
        await next.SayAsync(Asking("next"));
        await AnsweredAsync(next, "next");
    }
}
