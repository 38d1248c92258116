namespace Rtemis.Learning.Clustering.KMeans;

/// <summary>How far a case is from a center.</summary>
public enum KMeansDistance
{
    /// <summary>The straight line's length; centers are means.</summary>
    Euclidean,

    /// <summary>The sum of the coordinates' differences; centers are medians.</summary>
    Manhattan,
}
