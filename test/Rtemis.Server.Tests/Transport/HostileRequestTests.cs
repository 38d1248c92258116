using System.Text;
using System.Text.Json.Nodes;
using Rtemis.Protocol;

namespace Rtemis.Server.Tests.Transport;

/// <summary>Requests whose answers would be too large, too deep or no text: each is answered, and the connection goes on.</summary>
public sealed class HostileRequestTests(SharedServer shared) : IClassFixture<SharedServer>
{
    const int Large = 1_000_000;

    static string Nested(int levels) => new string('[', levels) + new string(']', levels);

    async Task<(string? Id, string Code, string Message)> RefusalAsync(string header)
    {
        using var socket = await RawWebSocket.EnterAsync(shared.Port);
        await socket.SayAsync(RawWebSocket.Request("s", Methods.SessionCreate));
        await socket.HearAsync();
        await socket.SayAsync(FrameWriter.Prefix(Encoding.UTF8.GetBytes(header)));
        var answer = (await socket.HearAsync())!;
        await socket.SayAsync(RawWebSocket.Request("p", Methods.Ping));
        Assert.Equal("p", (await socket.HearAsync())!["id"]!.GetValue<string>());
        var error = answer["error"]!;
        return (answer["id"]?.GetValue<string>(), error["code"]!.GetValue<string>(), error["message"]!.GetValue<string>());
    }

    [Fact]
    public async Task AVeryLongIdIsNotRepeated() => Assert.Equal(
        (null, ErrorCodes.MalformedFrame, "`id` has more than 1024 bytes."), await RefusalAsync($$"""{"id":"{{new string('x', Large)}}","method":"ping"}"""));

    [Fact]
    public async Task AnIdOfAThousandBytesIs()
    {
        var id = new string('x', 1022);
        var refusal = await RefusalAsync($$"""{"id":"{{id}}","method":"no"}""");
        Assert.Equal((id, ErrorCodes.UnknownMethod), (refusal.Id, refusal.Code));
    }

    [Fact]
    public async Task AVeryLongNameIsShownInPart()
    {
        var (_, code, message) = await RefusalAsync($$"""{"id":"a","method":"{{new string('m', Large)}}"}""");
        Assert.Equal(ErrorCodes.UnknownMethod, code);
        Assert.InRange(message.Length, 100, 200);
    }

    [Fact]
    public async Task ACharacterOfTwoHalvesIsNotCut()
    {
        var (_, _, message) = await RefusalAsync($$"""{"id":"a","method":"{{new string('m', 99)}}\ud83d\ude00 and more"}""");
        Assert.Equal($"Unknown method: {new string('m', 99)}...", message);
    }

    [Fact]
    public async Task ManyUnknownKeysAreToldInPart()
    {
        var keys = string.Join(',', Enumerable.Range(0, 60_000).Select(i => $"\"k{i}\":0"));
        const string start = """{"id":"a","method":"cluster","params":{"data_handle":"d","algorithm":"KMeans","config":{""";
        var (_, code, message) = await RefusalAsync(start + keys + "}}}");
        Assert.Contains(code, (string[])[ErrorCodes.InvalidParams, ErrorCodes.NotFound]);
        Assert.InRange(message.Length, 1, 9000);
    }

    [Theory]
    [InlineData(30, ErrorCodes.InvalidParams)]
    [InlineData(31, ErrorCodes.MalformedFrame)]
    [InlineData(5000, ErrorCodes.MalformedFrame)]
    public async Task ARequestMayHave32Levels(int levels, string code) =>
        Assert.Equal(code, (await RefusalAsync($$$"""{"id":"a","method":"session.join","params":{"name":{{{Nested(levels)}}}}}""")).Code);

    [Fact]
    public async Task OfANameThatIsGivenTwiceTheLastValueCountsEverywhere()
    {
        using var socket = await RawWebSocket.EnterAsync(shared.Port);
        await socket.SayAsync(FrameWriter.Prefix(
            """{"id":"a","id":"b","method":"no","method":"session.create","params":{"name":5},"params":{"name":"first","name":"last"}}"""u8));
        var answer = (await socket.HearAsync())!;
        Assert.Equal(("b", "last"), (answer["id"]!.GetValue<string>(), answer["result"]!["name"]!.GetValue<string>()));
        // A payload that the last value takes back: what would have been its bytes is the next frame.
        byte[] both = [.. FrameWriter.Prefix("""{"id":"c","method":"ping","payload":{"format":"arrow-ipc","bytes":9},"payload":null}"""u8), .. RawWebSocket.Request("d", Methods.Ping)];
        await socket.SayAsync(both);
        foreach (var id in (string[])["c", "d"]) Assert.Equal(id, (await socket.HearAsync())!["id"]!.GetValue<string>());
    }

    [Fact]
    public async Task AVeryLongTableNameIsRefused()
    {
        var parameters = new JsonObject { ["name"] = new string('n', 1001), ["total_bytes"] = 5, ["n_chunks"] = 1 };
        using var socket = await RawWebSocket.EnterAsync(shared.Port);
        await socket.SayAsync(RawWebSocket.Request("s", Methods.SessionCreate));
        await socket.HearAsync();
        await socket.SayAsync(RawWebSocket.Request("u", Methods.DataUploadBegin, parameters));
        Assert.StartsWith("`name` must have at most 1000 characters", (await socket.HearAsync())!["error"]!["message"]!.GetValue<string>(), StringComparison.Ordinal);
    }
}
