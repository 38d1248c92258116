using System.Text.Json.Nodes;

namespace Rtemis.Engines.Tests.Conformance;

/// <summary>How good a run of chance is: the figures that a person looks at first must be no worse than the recorded ones, but for a few hundredths.</summary>
static class HeadlineDiff
{
    const double Margin = 0.05;

    static readonly string[] Figures = ["balanced_accuracy", "auc", "rsq", "accuracy", "explained_variance_ratio"];

    public static IEnumerable<string> Compare(JsonNode mine, JsonNode theirs)
    {
        foreach (var sample in (string[])["metrics_training", "metrics_test", "metrics"])
        {
            if (Row(theirs[sample]) is not { } recorded) continue;
            var own = Row(mine[sample]);
            foreach (var (name, value) in recorded.Where(f => Figures.Contains(f.Key) && f.Value is not null))
            {
                if (own?[name]?.GetValue<double>() is not { } figure || !(value!.GetValue<double>() - figure <= Margin))
                    yield return $"{sample}.{name}: {own?[name]} instead of {value}";
            }
        }
    }

    static JsonObject? Row(JsonNode? sample)
    {
        var metrics = sample?["metrics"] ?? sample?["mean_metrics"];
        return (metrics is JsonObject classes ? classes["overall"] : metrics)?[0]?.AsObject();
    }
}
