using Rtemis.Learning.Parameters;

namespace Rtemis.Learning.Clustering.KMeans;

/// <summary>What KMeans is told.</summary>
public sealed record KMeansParameters
{
    const string Manhattan = "manhattan";

    /// <summary>The declaration of all parameters, in rtemis's order.</summary>
    public static ParameterSet Set { get; } = new("KMeansConfig", null,
    [
        ParameterSpec.Integer("k", 3) with { PositiveInteger = true, Minimum = 1, Help = "The number of clusters." },
        ParameterSpec.Text("dist", "euclidean", "euclidean", Manhattan) with { Help = "How far two cases are apart." },
    ]);

    /// <summary>The number of clusters.</summary>
    public int K { get; init; } = 3;

    /// <summary>Whether distances are sums of the coordinates' differences, not Euclidean.</summary>
    public bool IsManhattan { get; init; }

    /// <summary>Takes checked values of <see cref="Set"/>.</summary>
    public static KMeansParameters From(ParameterValues values) => new() { K = values.Integer("k"), IsManhattan = values.Text("dist") == Manhattan };
}
