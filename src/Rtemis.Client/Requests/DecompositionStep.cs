using System.Text.Json.Nodes;

namespace Rtemis.Client;

/// <summary>A decomposition whose components take the place of features in each fit of a supervised job.</summary>
/// <param name="Algorithm">One of <see cref="RtemisCatalog.DecompositionsAsync"/> that is applicable to new data.</param>
public sealed record DecompositionStep(string Algorithm)
{
    /// <summary>The algorithm's options.</summary>
    public Parameters Options { get; init; } = [];

    /// <summary>The columns to decompose; null for all features that are numbers.</summary>
    public IReadOnlyList<string>? Features { get; init; }

    internal JsonObject ToJson() => new WireFields
    {
        { "algorithm", Algorithm },
        { "config", Options },
        { "features", Features },
    }.ToJson([]);
}
