using Rtemis.Protocol;

namespace Rtemis.Client;

/// <summary>A clustering job.</summary>
/// <param name="Algorithm">The algorithm, one of <see cref="RtemisCatalog.ClusteringsAsync"/>.</param>
public sealed record ClusterRequest(string Algorithm) : UnsupervisedRequest(Algorithm)
{
    internal override string Method => Methods.Cluster;
}
