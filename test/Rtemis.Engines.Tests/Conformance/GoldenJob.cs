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

    /// <summary>
    /// Whether the reference's own draws, which nothing repeats, are in the result. Resamples that search draw from their master seed and are
    /// repeated.
    /// </summary>
    public bool IsRandom => ((HasHeadline || FindsRounds) && _file["params"]!["outer_resampling_config"] is null) || (HasProbabilities && Algorithm is "LinearSVM" or "RadialSVM")
        || Algorithm is "ICA" or "NMF" or "UMAP" or "tSNE" || (Type == JobType.Cluster && Algorithm != "DBSCAN");

    public string Algorithm => _file["params"]!["algorithm"]!.GetValue<string>();

    /// <summary>The largest difference that is let pass, relative to 1 + |value|; docs/engine.md has the reasons.</summary>
    public double Tolerance => Algorithm switch
    {
        "LinearSVM" or "RadialSVM" or "MARS" => 1e-4,
        "GAM" => 1e-3,
        _ => 1e-6,
    };

    // The folds of the search for them come from whatever state R's generator was in.
    bool FindsRounds => Algorithm == "LightGBM" && _file["params"]!["hyperparameters"]?["force_nrounds"] is null;

    bool HasHeadline => _file["compare"]?.GetValue<string>() == "headline";

    bool HasProbabilities => Slices["roc"]?["table"] is not null;

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
