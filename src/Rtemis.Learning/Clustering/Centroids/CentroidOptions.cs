using Rtemis.Learning.Parameters;

namespace Rtemis.Learning.Clustering.Centroids;

/// <summary>The options that the clusterings around centers share.</summary>
static class CentroidOptions
{
    const string Manhattan = "manhattan";

    /// <summary>The number of clusters.</summary>
    public static ParameterSpec K(int value) =>
        ParameterSpec.Integer("k", value) with { PositiveInteger = true, Minimum = 1, Help = "The number of clusters." };

    /// <summary>How far a case is from a center.</summary>
    public static ParameterSpec Distance { get; } =
        ParameterSpec.Text("dist", "euclidean", "euclidean", Manhattan) with { Help = "How far a case is from a center." };

    /// <summary>The distance of a bound set.</summary>
    public static CentroidDistance DistanceOf(ParameterValues values) =>
        values.Text(Distance.Name) == Manhattan ? CentroidDistance.Manhattan : CentroidDistance.Euclidean;
}
