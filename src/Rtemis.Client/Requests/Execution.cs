using System.Text.Json.Nodes;

namespace Rtemis.Client;

/// <summary>How a supervised run is carried out. What is null is the server's default.</summary>
public sealed record Execution
{
    /// <summary>The master seed: the same gives the same result.</summary>
    public int? Seed { get; init; }

    /// <summary>What a fold that fails does: <c>continue</c>, <c>stop</c> or <c>stop_outer</c>.</summary>
    public string? OnError { get; init; }

    /// <summary>How many workers the run may have.</summary>
    public int? Workers { get; init; }

    /// <summary>Further fields of the wire, such as <c>backend</c>.</summary>
    public Parameters Further { get; init; } = [];

    internal JsonObject ToJson() => new WireFields
    {
        { "seed", Seed },
        { "on_error", OnError },
        { "n_workers", Workers },
    }.ToJson(Further);
}
