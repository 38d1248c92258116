using System.Text.Json.Nodes;
using Rtemis.Learning.Metrics;

namespace Rtemis.Engines.Native.Documents;

/// <summary>Metrics in result documents.</summary>
static class MetricsDocument
{
    /// <summary>The metrics of one sample.</summary>
    /// <param name="metrics">The metrics.</param>
    /// <param name="sample"><c>Training</c> or <c>Test</c>.</param>
    /// <param name="named">Whether the object names its class; the run record's don't.</param>
    public static JsonObject Sample(SampleMetrics metrics, string sample, bool named = true)
    {
        var document = new JsonObject();
        if (named) document[".class"] = metrics is RegressionMetrics ? "RegressionMetrics" : "ClassificationMetrics";
        document["sample"] = sample;
        if (metrics is ClassificationMetrics classification)
        {
            document["confusion_long"] = Cells(classification.Confusion);
            document["metrics"] = new JsonObject
            {
                ["overall"] = new JsonArray(Row(metrics.Overall)),
                ["class"] = new JsonArray([.. classification.Classes.Select(ClassRow)]),
                ["positive_class"] = classification.PositiveClass,
            };
        }
        else
        {
            document["metrics"] = new JsonArray(Row(metrics.Overall));
        }
        return document;
    }

    /// <summary>The metrics over resamples.</summary>
    /// <param name="metrics">The metrics.</param>
    /// <param name="sample"><c>Training</c> or <c>Test</c>.</param>
    /// <param name="names">The resamples' names where each one's metrics are to be told too, or null.</param>
    public static JsonObject Resampled(ResampledMetrics metrics, string sample, IReadOnlyList<string>? names = null)
    {
        var document = new JsonObject
        {
            [".class"] = metrics.Confusion is null ? "RegressionMetricsRes" : "ClassificationMetricsRes",
            ["sample"] = sample,
        };
        if (metrics.Confusion is { } confusion) document["confusion_long"] = Cells(confusion);
        if (names is not null)
        {
            var each = names.Zip(metrics.PerResample, (name, own) => KeyValuePair.Create(name, (JsonNode?)Sample(own, sample)));
            document["res_metrics"] = new JsonObject(each);
        }
        document["mean_metrics"] = new JsonArray(Row(metrics.Mean));
        document["sd_metrics"] = new JsonArray(Row(metrics.StandardDeviation));
        return document;
    }

    /// <summary>Names and values.</summary>
    public static JsonObject Row(MetricRow row)
    {
        var document = new JsonObject();
        for (var i = 0; i < row.Names.Count; i++) document[row.Names[i]] = JsonCells.Scalar(row.Values[i]);
        return document;
    }

    static JsonObject ClassRow(ClassMetrics metrics)
    {
        var document = new JsonObject { ["level"] = metrics.Level };
        JsonShape.Append(document, Row(metrics.Row));
        return document;
    }

    // The true class varies fastest.
    static JsonArray Cells(ConfusionMatrix matrix)
    {
        var cells = new JsonArray();
        for (var predicted = 0; predicted < matrix.Classes.Count; predicted++)
            for (var reference = 0; reference < matrix.Classes.Count; reference++)
                cells.Add(new JsonObject
                {
                    ["reference"] = matrix.Classes[reference],
                    ["predicted"] = matrix.Classes[predicted],
                    ["n"] = matrix[reference, predicted],
                });
        return cells;
    }
}
