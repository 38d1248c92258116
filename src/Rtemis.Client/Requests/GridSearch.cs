using System.Text.Json.Nodes;

namespace Rtemis.Client;

/// <summary>How the candidates of hyperparameters are searched. What is null is the server's default.</summary>
public sealed record GridSearch
{
    /// <summary>How cases are held out to compare combinations.</summary>
    public Resampling? Resampling { get; init; }

    /// <summary><c>exhaustive</c> or <c>randomized</c>.</summary>
    public string? SearchType { get; init; }

    /// <summary>The share of combinations that a randomized search tries.</summary>
    public double? RandomizeP { get; init; }

    /// <summary>How the resamples' metrics become one: <c>mean</c>, <c>median</c>, <c>min</c> or <c>max</c>.</summary>
    public string? MetricsAggregateFn { get; init; }

    /// <summary>The metric that is compared.</summary>
    public string? Metric { get; init; }

    /// <summary>Whether more of it is better.</summary>
    public bool? Maximize { get; init; }

    /// <summary>Further fields of the wire.</summary>
    public Parameters Further { get; init; } = [];

    internal JsonObject ToJson() => new()
    {
        ["type"] = "GridSearch",
        ["config"] = new WireFields
        {
            { "resampler_config", Resampling?.ToJson() },
            { "search_type", SearchType },
            { "randomize_p", RandomizeP },
            { "metrics_aggregate_fn", MetricsAggregateFn },
            { "metric", Metric },
            { "maximize", Maximize },
        }.ToJson(Further),
    };
}
