using Rtemis.Protocol;
using static Rtemis.Server.Tests.RawWebSocket;

namespace Rtemis.Server.Tests.Transport;

/// <summary>The WebSocket protocol's good-byes (RFC 6455, section 7) from the client's side.</summary>
public sealed class WebSocketClosingTests(SharedServer shared) : IClassFixture<SharedServer>
{
    const int Normal = 1000, ProtocolError = 1002;

    static byte[] Asking(string id) => Request(id, Methods.Ping);

    [Theory]
    [InlineData(1000)]
    [InlineData(1001)]
    [InlineData(1002)]
    [InlineData(1003)]
    [InlineData(1007)]
    [InlineData(1008)]
    [InlineData(1009)]
    [InlineData(1010)]
    [InlineData(1011)]
    [InlineData(3000)]
    [InlineData(3999)]
    [InlineData(4000)]
    [InlineData(4999)]
    public async Task AGoodByeWithACodeIsAnsweredWithOneAndWhatFollowsIsNotHeard(int code)
    {
        using var socket = await EnterAsync(shared.Port);
        await socket.SendAsync([.. Frame(Final | CloseCode, Reason(code, "bye \u00e9")), .. Frame(Final | Binary, Asking("late"))]);
        Assert.Equal(Normal, await socket.EndAsync());
        await WebSocketConformanceTests.ServesOnAsync(shared.Port);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(999)]
    [InlineData(1004)]
    [InlineData(1005)]
    [InlineData(1006)]
    [InlineData(1015)]
    [InlineData(1016)]
    [InlineData(1100)]
    [InlineData(2000)]
    [InlineData(2999)]
    [InlineData(5000)]
    [InlineData(65535)]
    public async Task AGoodByeWithACodeThatMayNotBeSentIsABreach(int code)
    {
        using var socket = await EnterAsync(shared.Port);
        await socket.SendAsync(Final | CloseCode, Reason(code));
        Assert.Equal(ProtocolError, await socket.EndAsync());
        await WebSocketConformanceTests.ServesOnAsync(shared.Port);
    }

    [Fact]
    public async Task AGoodByeWithoutACodeAndOneInsideAMessageAreAnswered()
    {
        using var plain = await EnterAsync(shared.Port);
        await plain.SendAsync(Final | CloseCode);
        Assert.Equal(Normal, await plain.EndAsync());
        using var inside = await EnterAsync(shared.Port);
        await inside.SendAsync(Binary, Asking("p1")[..5]);
        await inside.SendAsync(Final | CloseCode, Reason(1000));
        Assert.Equal(Normal, await inside.EndAsync());
    }
}
