using System.Text.Json.Nodes;
using Rtemis.Engines.Native.Requests;
using Rtemis.Learning.Data;
using Rtemis.Learning.Metrics;

namespace Rtemis.Engines.Native.Documents;

/// <summary>Decompositions in result documents.</summary>
static class DecompositionDocument
{
    /// <summary>The summary.</summary>
    /// <param name="request">The job.</param>
    /// <param name="fingerprint">Its data's fingerprint.</param>
    /// <param name="metrics">The training metrics.</param>
    /// <param name="model">What was learned, or where it is to be found.</param>
    /// <param name="transformed">The cases in the components, or where they are to be found.</param>
    public static JsonObject Summary(
        DecomposeRequest request, DataFingerprint fingerprint, MetricRow metrics, JsonNode model, JsonNode transformed) => new()
        {
            [".class"] = "Decomposition",
            ["algorithm"] = request.Algorithm,
            ["config"] = UnsupervisedConfig.Summary(request.Algorithm, request.Config),
            ["decom"] = model,
            ["transformed"] = transformed,
            ["decompose_config"] = UnsupervisedConfig.Request("DecomposeConfig", "decomposition_config", request.Algorithm, request.Config),
            ["data_fingerprint"] = fingerprint.ToSummaryJson(),
            ["metrics"] = Sample(metrics, named: true),
        };

    /// <summary>The metrics object; the run record's does not name its class.</summary>
    public static JsonObject Sample(MetricRow metrics, bool named)
    {
        var document = new JsonObject();
        if (named) document[".class"] = "DecompositionMetrics";
        document["sample"] = "Training";
        document["metrics"] = new JsonArray(MetricsDocument.Row(metrics));
        return document;
    }

    /// <summary>A matrix, a list a column.</summary>
    public static JsonObject Columns(IReadOnlyList<string> names, Matrix values) =>
        new(names.Select((n, i) => KeyValuePair.Create(n, JsonCells.List(values.ColumnMemory(i)))));
}
