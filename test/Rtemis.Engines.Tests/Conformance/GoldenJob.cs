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

    public JsonNode? Error => _file["error"];

    public JsonObject Slices => _file["slices"]!.AsObject();

    public IReadOnlyList<JsonNode> Events => [.. _file["events"]!.AsArray().Select(e => e!)];

    /// <summary>The request; with the master seed that R drew, on which unseeded resamples depend.</summary>
    public JsonElement Parameters
    {
        get
        {
            var parameters = _file["params"]!.DeepClone().AsObject();
            if (_file["slices"]?["summary"]?["result"]?["execution_config"]?["seed"] is { } seed)
                parameters["execution_config"] = new JsonObject { ["seed"] = seed.DeepClone() };
            parameters["data_handle"] = "data-1";
            return JsonSerializer.SerializeToElement(parameters);
        }
    }
}
