using Rtemis.Learning.Clustering.Centroids;
using Rtemis.Learning.Parameters;

namespace Rtemis.Learning.Clustering.KMeans;

/// <summary>What k-means is told.</summary>
/// <param name="K">The number of clusters.</param>
/// <param name="Distance">How far a case is from a center.</param>
public sealed record KMeansParameters(int K, CentroidDistance Distance)
{
    /// <summary>The declarations, in rtemis's order.</summary>
    public static ParameterSet Set { get; } = new("KMeansConfig", null, [CentroidOptions.K(3), CentroidOptions.Distance]);

    /// <summary>The options of a bound set.</summary>
    public static KMeansParameters From(ParameterValues values) => new(values.Integer("k"), CentroidOptions.DistanceOf(values));
}
