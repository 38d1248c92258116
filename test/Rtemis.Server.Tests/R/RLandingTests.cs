using System.Net;
using System.Net.Sockets;
using System.Text;
using Rtemis.Server.Daemons.R;

namespace Rtemis.Server.Tests.R;

/// <summary>Only a process that was started with a secret gets in where R calls back, and once.</summary>
public sealed class RLandingTests
{
    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task WhoeverShowsTheSecretIsTheProcessThatIsWaitedFor()
    {
        using var landing = new RLanding();
        var (secret, connection) = landing.Expect();
        using var caller = await CallAsync(landing, secret + "hello");
        await using var stream = await connection.WaitAsync(Cancellation);
        var said = new byte[5];
        await stream.ReadExactlyAsync(said, Cancellation);
        Assert.Equal("hello", Encoding.ASCII.GetString(said));
    }

    [Fact]
    public async Task WhoeverShowsAnotherOneOrOneThatWasUsedOrForgottenIsTurnedAway()
    {
        using var landing = new RLanding();
        var (used, connection) = landing.Expect();
        var (forgotten, never) = landing.Expect();
        landing.Forget(forgotten);
        using var first = await CallAsync(landing, used);
        await using var stream = await connection.WaitAsync(Cancellation);
        foreach (var shown in (string[])[used, forgotten, new string('0', 64), used[..^1] + "x"])
        {
            using var caller = await CallAsync(landing, shown);
            Assert.Equal(0, await caller.GetStream().ReadAsync(new byte[1], Cancellation));
        }
        Assert.False(never.IsCompleted);
    }

    static async Task<TcpClient> CallAsync(RLanding landing, string said)
    {
        var caller = new TcpClient();
        await caller.ConnectAsync(IPAddress.Loopback, landing.Port, Cancellation);
        await caller.GetStream().WriteAsync(Encoding.ASCII.GetBytes(said), Cancellation);
        return caller;
    }
}
