using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Rtemis.Protocol;

namespace Rtemis.EndToEnd.Tests;

/// <summary>
/// The conversation that the reference server had, held again with ours over a real socket: every answer must say all that the recorded one says.
/// Where the protocol says that we differ, the step is listed in <see cref="Differences"/> with what ours is to say instead.
/// </summary>
public sealed partial class ConversationTests
{
    // Step number, what is to be found in our answer instead of the recorded one.
    static readonly Dictionary<int, string> Differences = new()
    {
        [30] = "invalid_params", // Bytes that are no Arrow stream are the client's mistake, not ours.
        [80] = "closed", // The third wrong token closes the connection, as the protocol has it; the recorder looked too early.
        [83] = "header JSON could not be parsed", // The JSON parser's own words follow.
    };

    readonly Dictionary<string, string> _names = [];
    readonly Dictionary<string, Speaker> _speakers = [];

    [Fact]
    public async Task EveryStepIsAnsweredAsTheReferenceAnsweredIt()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The daemon is held back with signals.");
        var steps = JsonNode.Parse(await File.ReadAllBytesAsync(SampleTable.PathOf("conversation.json"), TestContext.Current.CancellationToken))!.AsArray();
        await using var server = await ServerProcess.StartAsync();
        var daemon = await WarmDaemonAsync(server);
        var problems = new List<string>();
        for (var i = 0; i < steps.Count; i++)
        {
            var step = steps[i]!;
            // The reference took a second for its first job; ours would be done before the second is submitted.
            if (step["method"]?.GetValue<string>() == Methods.Train && step["params"]!["hyperparameters"] is not null) ServerProcess.Signal("-STOP", daemon);
            if (step["note"]?.GetValue<string>() == "events on B for both jobs") ServerProcess.Signal("-CONT", daemon);
            if (step["note"]?.GetValue<string>() == "A after B left") await _speakers["B"].LeaveAsync();
            if (step["method"]?.GetValue<string>() == Methods.SessionDetach && !_names.ContainsKey("<job-4>")) await SubmitUnattendedAsync(daemon);
            if (step["note"]?.GetValue<string>().StartsWith("after a job ran", StringComparison.Ordinal) == true) await UntilIdleAsync();
            var heard = await PerformAsync(server, i, step);
            if (step["method"]?.GetValue<string>() == Methods.SessionDetach) ServerProcess.Signal("-CONT", daemon);
            if (Differences.TryGetValue(i, out var instead))
            {
                if (heard?.ToJsonString().Contains(instead, StringComparison.Ordinal) != true) problems.Add($"step {i}: {heard} lacks {instead}");
                continue;
            }
            Compare(step["response"] ?? step["event"], heard, $"step {i} {step["method"]}", problems);
        }
        foreach (var speaker in _speakers.Values) await speaker.LeaveAsync();
        Assert.True(problems.Count == 0, string.Join('\n', problems));
    }

    async Task<JsonNode?> PerformAsync(ServerProcess server, int number, JsonNode step)
    {
        if (step["hex"] is { } hex) return await SayRawAsync(server, step, hex.GetValue<string>());
        var who = step["who"]?.GetValue<string>();
        if (step["events"] is { } events)
        {
            await _speakers[who ?? (step["note"]!.GetValue<string>().Contains("on B", StringComparison.Ordinal) ? "B" : "A")].ExpectAsync(events.AsArray(), Compare);
            return null;
        }
        if (who is null) return JsonValue.Create(await _speakers["W"].IsClosedAsync() ? "closed" : "open");
        var speaker = await SpeakerAsync(server, who);
        if (step["event"] is not null) return await speaker.FirstEventAsync();

        var bytes = step["payload_bytes"]!.GetValue<int>();
        var request = new JsonObject { ["v"] = 1, ["id"] = $"s{number}", ["method"] = step["method"]!.DeepClone(), ["params"] = Filled(step["params"]) };
        var payload = bytes == 0 ? null : PayloadOf(step);
        if (request["params"]?["total_bytes"]?.GetValue<int>() == 7392) request["params"]!["total_bytes"] = Iris.Length;
        return await speaker.AskAsync(request, payload);
    }

    static byte[] Iris { get; } = SampleTable.Arrow("iris");

    // The recording has only the payloads' sizes; ours are what our writer makes of the same tables.
    static byte[] PayloadOf(JsonNode step) => step["params"]!["name"]?.GetValue<string>() switch
    {
        "junk" => "this is not Arrow at all"u8.ToArray(),
        null when step["params"]!["chunk_index"]?.GetValue<int>() == 1 => Iris[..(Iris.Length / 2)],
        null when step["params"]!["chunk_index"] is not null => Iris[(Iris.Length / 2)..],
        _ => SampleTable.Arrow("mixed"),
    };

    async Task<JsonNode?> SayRawAsync(ServerProcess server, JsonNode step, string hex)
    {
        // The recorder cut long bytes; what was said is known from its note.
        var bytes = step["note"]!.GetValue<string>() == "raw bad_payload" ? RawFrame("""{"v":1,"id":"q","method":"ping","payload":5}""") : Convert.FromHexString(hex);
        var speaker = await Speaker.ConnectAsync(server.Address);
        await speaker.FirstEventAsync();
        var heard = await speaker.SayAsync(bytes);
        Assert.False(await speaker.IsClosedAsync(wait: false), "A malformed frame must not close the connection.");
        await speaker.LeaveAsync();
        step["response"] = step["seen"]!.AsArray()[^1]!.DeepClone();
        return heard;
    }

    static byte[] RawFrame(string json) => FrameWriter.Prefix(System.Text.Encoding.UTF8.GetBytes(json));

    // The recorder submitted a fourth job and left before it ran.
    async Task SubmitUnattendedAsync(int daemon)
    {
        ServerProcess.Signal("-STOP", daemon);
        var request = new JsonObject
        {
            ["v"] = 1,
            ["id"] = "extra",
            ["method"] = Methods.Train,
            ["params"] = new JsonObject { ["data_handle"] = _names["<data-3>"], ["algorithm"] = "CART" },
        };
        var answer = await _speakers["A"].AskAsync(request, null);
        _names["<job-4>"] = answer["result"]!["job_id"]!.GetValue<string>();
    }

    async Task UntilIdleAsync()
    {
        for (var tries = 0; tries < 10_000; tries++)
        {
            var answer = await _speakers["A"].AskAsync(new JsonObject { ["id"] = "idle", ["method"] = Methods.SessionList }, null);
            if (answer["result"]!["sessions"]![0]!["jobs_running"]!.GetValue<int>() == 0) return;
        }
        Assert.Fail("The fourth job did not end.");
    }

    static async Task<int> WarmDaemonAsync(ServerProcess server)
    {
        // info tells how many daemons are alive; the one there is must be up before it is held back.
        await using var client = await server.ConnectAsync();
        return Assert.Single(server.Daemons);
    }

    async Task<Speaker> SpeakerAsync(ServerProcess server, string who)
    {
        if (_speakers.TryGetValue(who, out var known)) return known;
        var speaker = _speakers[who] = await Speaker.ConnectAsync(server.Address);
        if (who == "B") await speaker.AskAsync(JsonNode.Parse($$$"""{"id":"b","method":"auth","params":{"token":"{{{ServerProcess.Token}}}"}}""")!.AsObject(), null);
        return speaker;
    }

    JsonNode? Filled(JsonNode? parameters)
    {
        if (parameters is null) return null;
        var text = Placeholder().Replace(parameters.ToJsonString().Replace("\\u003C", "<", StringComparison.Ordinal).Replace("\\u003E", ">", StringComparison.Ordinal),
            m => _names.GetValueOrDefault(m.Value) ?? $"{m.Groups[1].Value}-ffffffffffffffff");
        return JsonNode.Parse(text);
    }

    void Compare(JsonNode? recorded, JsonNode? heard, string at, List<string> problems)
    {
        switch (recorded)
        {
            case null:
                if (heard is not null && !at.EndsWith(".stage", StringComparison.Ordinal)) problems.Add($"{at}: {heard.ToJsonString()} instead of null");
                break;
            case JsonObject members:
                foreach (var (name, value) in members)
                    if (heard is not JsonObject got || !got.ContainsKey(name)) problems.Add($"{at}.{name}: missing");
                    else if (name is not ("rtemis_server_version" or "r_version" or "uptime_seconds" or "bytes" or "received_bytes" or "total_bytes"))
                        Compare(value, got[name], $"{at}.{name}", problems);
                break;
            case JsonArray items:
                if (heard is not JsonArray list || list.Count != items.Count) problems.Add($"{at}: {heard?.ToJsonString()} instead of {items.Count} items");
                else
                    for (var i = 0; i < items.Count; i++) Compare(items[i], list[i], $"{at}[{i}]", problems);
                break;
            default:
                if (!SameValue(recorded, heard)) problems.Add($"{at}: {heard?.ToJsonString()} instead of {recorded.ToJsonString()}");
                break;
        }
    }

    bool SameValue(JsonNode recorded, JsonNode? heard)
    {
        if (heard is null) return false;
        if (recorded.GetValueKind() == JsonValueKind.Number)
            return heard.GetValueKind() == JsonValueKind.Number && Math.Abs(recorded.GetValue<double>() - heard.GetValue<double>()) <= 6e-5;
        if (recorded.GetValueKind() != JsonValueKind.String) return JsonNode.DeepEquals(recorded, heard);
        var (want, got) = (recorded.GetValue<string>(), heard.ToString());
        if (want is "<id>") return true;
        if (want is "<time>") return DateTimeOffset.TryParse(got, CultureInfo.InvariantCulture, out _);
        want = Placeholder().Replace(want, m =>
        {
            if (want == m.Value && !_names.ContainsKey(m.Value)) _names[m.Value] = got;
            return _names.GetValueOrDefault(m.Value) ?? $"{m.Groups[1].Value}-ffffffffffffffff";
        });
        return Duration().Replace(want, "T") == Duration().Replace(got, "T");
    }

    [GeneratedRegex("<(conn|sess|data|upload|job)-[0-9]+>")]
    private static partial Regex Placeholder();

    [GeneratedRegex("Done in .* seconds")]
    private static partial Regex Duration();
}
