using Rtemis.Learning.Parameters;

namespace Rtemis.Learning.Clustering.KMeans;

/// <summary>What k-means is told.</summary>
/// <param name="K">The number of clusters.</param>
/// <param name="Distance">How far a case is from a center.</param>
public sealed record KMeansParameters(int K, KMeansDistance Distance)
{
    const string Manhattan = "manhattan";

    /// <summary>The declarations, in rtemis's order.</summary>
    public static ParameterSet Set { get; } = new("KMeansConfig", null,
    [
        ParameterSpec.Integer("k", 3) with { PositiveInteger = true, Minimum = 1, Help = "The number of clusters." },
        ParameterSpec.Text("dist", "euclidean", "euclidean", Manhattan) with { Help = "How far a case is from a center." },
    ]);

    /// <summary>The options of a bound set.</summary>
    public static KMeansParameters From(ParameterValues values) =>
        new(values.Integer("k"), values.Text("dist") == Manhattan ? KMeansDistance.Manhattan : KMeansDistance.Euclidean);
}
