using System.Text.Json;
using System.Text.Json.Nodes;

namespace Rtemis.Engines.Tests.Conformance;

/// <summary>A job that rtemis in R ran, with its answers.</summary>
sealed class GoldenJob
{
    readonly JsonObject _file;

    GoldenJob(JsonObject file) => _file = file;

    public static GoldenJob Read(string name) => new(JsonNode.Parse(GoldenFile.Read(name + ".json.gz"))!.AsObject());

    public JobType Type => _file["method"]!.GetValue<string>() switch
    {
        "train" => JobType.Train,
        "decomp" => JobType.Decompose,
        _ => JobType.Cluster,
    };

    public string Data => _file["data"]!.GetValue<string>();

    /// <summary>Whether a resampler of the run had no seed, so that its numbers are one draw of many.</summary>
    public bool IsRandom => _file["compare"]?.GetValue<string>() == "headline";

    public JsonNode? Error => _file["error"];

    public JsonObject Slices => _file["slices"]!.AsObject();

    public IReadOnlyList<JsonNode> Events => [.. _file["events"]!.AsArray().Select(e => e!)];

    public JsonElement Parameters
    {
        get
        {
            var parameters = _file["params"]!.DeepClone().AsObject();
            parameters["data_handle"] = "data-1";
            return JsonSerializer.SerializeToElement(parameters);
        }
    }
}
