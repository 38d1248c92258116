namespace Rtemis.Learning.Clustering.Centroids;

/// <summary>How far a case is from a center.</summary>
public enum CentroidDistance
{
    /// <summary>The straight line's length; of k-means the centers are means.</summary>
    Euclidean,

    /// <summary>The sum of the coordinates' differences; of k-means the centers are medians.</summary>
    Manhattan,
}
