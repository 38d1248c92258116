using System.Text.Json;
using Rtemis.Client;
using Rtemis.Protocol;
using Rtemis.Protocol.Messages;
using Rtemis.Server.Security;

namespace Rtemis.Server.Tests.Security;

/// <summary>Getting in with the code of a printed address, over real sockets.</summary>
public sealed class OneTimeCodeTests
{
    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    static JsonElement Json(string text) => JsonSerializer.SerializeToElement(text);

    static async Task<AuthResult> ShowAsync(Connection connection, AuthParams parameters)
    {
        var answer = await connection.CallAsync(Methods.Auth, parameters, ProtocolJson.Default.AuthParams, null, Cancellation);
        return JsonSerializer.Deserialize(answer.Result, ProtocolJson.Default.AuthResult)!;
    }

    static async Task<ErrorBody> RefusalAsync(Connection connection, AuthParams parameters) =>
        (await Assert.ThrowsAsync<ServerErrorException>(() => ShowAsync(connection, parameters))).Error;

    [Fact]
    public async Task ACodeLetsInOnceAndGivesTheToken()
    {
        await using var server = await RunningServer.StartAsync();
        var code = server.Service<OneTimeCodes>().Issue();
        await using var first = await server.OpenAsync();
        var result = await ShowAsync(first, new(null, Json(code)));
        Assert.StartsWith("conn-", result.ConnectionId, StringComparison.Ordinal);
        Assert.Equal(RunningServer.Token, result.Token);
        await first.CallAsync(Methods.Ping, JsonSerializer.SerializeToElement(new { }), ProtocolJson.Default.JsonElement, null, Cancellation);

        await using var second = await server.OpenAsync();
        var refusal = await RefusalAsync(second, new(null, Json(code)));
        Assert.Equal(ErrorCodes.Unauthorized, refusal.Code);
        Assert.StartsWith("This link has been used.", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ATokenIsNotToldToThoseWhoShowIt()
    {
        await using var server = await RunningServer.StartAsync();
        await using var connection = await server.OpenAsync();
        Assert.Null((await ShowAsync(connection, new(Json(RunningServer.Token)))).Token);
    }

    [Fact]
    public async Task AWrongCodeIsToldApartFromASpentOneByNothingElse()
    {
        await using var server = await RunningServer.StartAsync();
        await using var connection = await server.OpenAsync();
        var refusal = await RefusalAsync(connection, new(null, Json("AAAAAAAAAAAAAAAAAAAAAA")));
        Assert.Equal((ErrorCodes.Unauthorized, "Invalid code."), (refusal.Code, refusal.Message));
        refusal = await RefusalAsync(connection, new(null, JsonSerializer.SerializeToElement(5)));
        Assert.Equal((ErrorCodes.Unauthorized, "Invalid code."), (refusal.Code, refusal.Message));
    }

    [Fact]
    public async Task TheTokenIsNoCodeAndACodeIsNoToken()
    {
        await using var server = await RunningServer.StartAsync();
        await using var connection = await server.OpenAsync();
        Assert.Equal(ErrorCodes.Unauthorized, (await RefusalAsync(connection, new(null, Json(RunningServer.Token)))).Code);
        Assert.Equal(ErrorCodes.Unauthorized, (await RefusalAsync(connection, new(Json(server.Service<OneTimeCodes>().Issue())))).Code);
    }

    [Fact]
    public async Task WrongAndSpentCodesCountAsWrongTokens()
    {
        await using var server = await RunningServer.StartAsync();
        var code = server.Service<OneTimeCodes>().Issue();
        await using (var first = await server.OpenAsync()) await ShowAsync(first, new(null, Json(code)));
        await using var connection = await server.OpenAsync();
        await RefusalAsync(connection, new(null, Json(code)));
        await RefusalAsync(connection, new(null, Json("wrong")));
        await RefusalAsync(connection, new(Json("wrong")));
        await connection.Ended.WaitAsync(Cancellation);
        Assert.Equal(System.Net.WebSockets.WebSocketCloseStatus.PolicyViolation, connection.CloseStatus);
    }

    [Fact]
    public async Task TokenAndCodeTogetherAreRefusedAndTheCodeStaysGood()
    {
        await using var server = await RunningServer.StartAsync();
        var code = Json(server.Service<OneTimeCodes>().Issue());
        await using var connection = await server.OpenAsync();
        Assert.Equal(ErrorCodes.InvalidParams, (await RefusalAsync(connection, new(Json(RunningServer.Token), code))).Code);
        Assert.NotNull((await ShowAsync(connection, new(null, code))).Token);
    }

    [Fact]
    public async Task OfTwentyThatShowTheSameCodeOneGetsIn()
    {
        await using var server = await RunningServer.StartAsync();
        var code = Json(server.Service<OneTimeCodes>().Issue());
        var connections = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => server.OpenAsync()));
        var outcomes = await Task.WhenAll(connections.Select(async connection =>
        {
            try
            {
                return (await ShowAsync(connection, new(null, code))).Token!;
            }
            catch (ServerErrorException e)
            {
                return e.Error.Message;
            }
        }));
        Assert.Single(outcomes, RunningServer.Token);
        Assert.Equal(19, outcomes.Count(o => o.StartsWith("This link has been used.", StringComparison.Ordinal)));
        foreach (var connection in connections) await connection.DisposeAsync();
    }

    [Fact]
    public void EachCodeIsGoodByItselfAndHas128Bits()
    {
        var codes = new OneTimeCodes();
        var (first, second) = (codes.Issue(), codes.Issue());
        Assert.Equal(16, System.Buffers.Text.Base64Url.DecodeFromChars(first).Length);
        Assert.Equal([CodeUse.Right, CodeUse.Right, CodeUse.Spent, CodeUse.Spent], (CodeUse[])[
            codes.Use(Json(second)), codes.Use(Json(first)), codes.Use(Json(first)), codes.Use(Json(second))]);
    }

    [Fact]
    public void TheOldestOfManyIsForgotten()
    {
        var codes = new OneTimeCodes();
        var all = Enumerable.Range(0, 33).Select(_ => Json(codes.Issue())).ToList();
        Assert.Equal(CodeUse.Wrong, codes.Use(all[0]));
        Assert.All(all.Skip(1), c => Assert.Equal(CodeUse.Right, codes.Use(c)));
    }
}
