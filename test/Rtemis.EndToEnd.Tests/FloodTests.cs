using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Rtemis.Protocol;

namespace Rtemis.EndToEnd.Tests;

/// <summary>Many bad frames at once.</summary>
public sealed partial class FloodTests
{
    const int Connections = 50;
    const int FramesEach = 200;

    [Fact]
    public async Task TenThousandMalformedFramesLeaveTheServerAnsweringAndNoGrowth()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Memory is read from /proc.");
        await using var server = await ServerProcess.StartAsync();
        var speakers = await Task.WhenAll(Enumerable.Range(0, Connections).Select(_ => Speaker.ConnectAsync(server.Address)));
        foreach (var speaker in speakers) Assert.True((await AskAsync(speaker, "auth", new JsonObject { ["token"] = ServerProcess.Token }))["ok"]!.GetValue<bool>());

        // A first round pays for what is only paid once.
        await Task.WhenAll(speakers.Select((s, i) => FloodAsync(s, i, 50)));
        var before = ResidentKilobytes(server.Id);
        var answers = (await Task.WhenAll(speakers.Select((s, i) => FloodAsync(s, i + 1000, FramesEach)))).Sum();
        Assert.Equal(Connections * FramesEach, answers);
        var growth = ResidentKilobytes(server.Id) - before;
        Assert.True(growth < 30_000, $"The server grew by {growth} kB.");
        foreach (var speaker in speakers)
        {
            Assert.True((await AskAsync(speaker, "ping", null))["ok"]!.GetValue<bool>());
            await speaker.LeaveAsync();
        }
    }

    static Task<JsonNode> AskAsync(Speaker speaker, string method, JsonObject? parameters) =>
        speaker.AskAsync(new JsonObject { ["v"] = 1, ["id"] = "x", ["method"] = method, ["params"] = parameters }, null);

    // Each is answered, with an error, before the next is sent; only some can be told by their id.
    static async Task<int> FloodAsync(Speaker speaker, int seed, int count)
    {
        var random = new Random(seed);
        for (var i = 0; i < count; i++)
        {
            var answer = await speaker.SayAsync(BadFrame(random));
            Assert.False(answer["ok"]!.GetValue<bool>(), answer.ToJsonString());
        }
        return count;
    }

    static byte[] BadFrame(Random random) => random.Next(8) switch
    {
        0 => [0x7f, 0xff, 0xff, 0xff, (byte)random.Next(256)],
        1 => [0xff, 0xff, 0xff, 0xff],
        2 => FrameWriter.Prefix("not json"u8),
        3 => FrameWriter.Prefix("[]"u8),
        4 => FrameWriter.Prefix("""{"id":"q","payload":7}"""u8),
        5 => FrameWriter.Prefix("""{"id":"q","method":"ping","payload":{"format":"arrow-ipc","bytes":999999999999}}"""u8),
        6 => FrameWriter.Prefix(JsonSerializer.SerializeToUtf8Bytes(new { id = random.Next(), method = new string('m', random.Next(2000)) })),
        _ => FrameWriter.Prefix([0x22, 0xff, 0xfe, 0x22]),
    };

    static long ResidentKilobytes(int pid) =>
        long.Parse(Resident().Match(File.ReadAllText($"/proc/{pid}/status")).Groups[1].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"VmRSS:\s+(\d+) kB")]
    private static partial Regex Resident();
}
