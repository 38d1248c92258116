using Rtemis.Protocol;

namespace Rtemis.Client;

/// <summary>A clustering job.</summary>
/// <param name="Algorithm">The algorithm, one of <see cref="RtemisCatalog.ClusteringsAsync"/>.</param>
public sealed record ClusterRequest(string Algorithm) : JobRequest(Algorithm)
{
    /// <summary>The algorithm's options.</summary>
    public Parameters Options { get; init; } = [];

    /// <summary>The columns to take, in that order; null for all.</summary>
    public IReadOnlyList<string>? Features { get; init; }

    internal override string Method => Methods.Cluster;

    private protected override void Write(WireFields fields)
    {
        fields.Add("config", Options);
        fields.Add("features", Features);
    }
}
