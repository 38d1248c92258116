using Rtemis.Protocol;

namespace Rtemis.Client;

/// <summary>A decomposition job.</summary>
/// <param name="Algorithm">The algorithm, one of <see cref="RtemisCatalog.DecompositionsAsync"/>.</param>
public sealed record DecomposeRequest(string Algorithm) : JobRequest(Algorithm)
{
    /// <summary>The algorithm's options.</summary>
    public Parameters Options { get; init; } = [];

    /// <summary>The columns to take, in that order; null for all.</summary>
    public IReadOnlyList<string>? Features { get; init; }

    internal override string Method => Methods.Decomp;

    private protected override void Write(WireFields fields)
    {
        fields.Add("config", Options);
        fields.Add("features", Features);
    }
}
