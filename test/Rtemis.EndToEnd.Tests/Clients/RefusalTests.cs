using System.Net;
using Rtemis.Client;
using Rtemis.Protocol;

namespace Rtemis.EndToEnd.Tests.Clients;

/// <summary>Servers that do not let the client in, and what it says of that.</summary>
public sealed class RefusalTests
{
    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task AWrongTokenIsUnauthorized()
    {
        await using var server = await ServerProcess.StartAsync();
        var refused = await Assert.ThrowsAsync<ServerErrorException>(() => RtemisClient.ConnectAsync(server.Address, "wrong-token-1234", null, Cancellation));
        Assert.Equal(ErrorCodes.Unauthorized, refused.Error.Code);
    }

    [Fact]
    public async Task AnOriginThatIsNotAllowedIsNamed()
    {
        await using var server = await ServerProcess.StartAsync();
        var refused = await Assert.ThrowsAsync<ConnectFailedException>(() => server.ConnectAsync(new() { Origin = "http://example.org" }));
        Assert.Equal(HttpStatusCode.Forbidden, refused.Status);
        Assert.Equal($"The server at {server.Address} does not let the origin http://example.org connect (403).", refused.Message);
    }

    [Fact]
    public async Task WhereNobodyListensTheAddressIsNamed()
    {
        var address = new Uri($"ws://127.0.0.1:{ServerProcess.FreePort()}/");
        var failed = await Assert.ThrowsAsync<ConnectFailedException>(() => RtemisClient.ConnectAsync(address, ServerProcess.Token, null, Cancellation));
        Assert.Null(failed.Status);
        Assert.StartsWith($"No server answers at {address}: ", failed.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ALinkLetsInOnceAndItsClientComesBackWithTheToken()
    {
        await using var server = await ServerProcess.StartAsync();
        await using var client = await RtemisClient.ConnectAsync(new Uri(server.Link), ClientProgram.Quick(), Cancellation);
        client.Connection.Abort();
        Assert.Empty(await client.SessionsAsync(Cancellation));
        await using var session = await client.CreateSessionAsync(cancellation: Cancellation);
        var used = await Assert.ThrowsAsync<ServerErrorException>(() => RtemisClient.ConnectAsync(new Uri(server.Link), null, Cancellation));
        Assert.StartsWith("This link has been used.", used.Error.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<ArgumentException>(() => RtemisClient.ConnectAsync(server.Address, null, Cancellation));
    }
}
