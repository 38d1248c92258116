using Rtemis.Learning.Clustering.Centroids;
using Rtemis.Learning.Parameters;

namespace Rtemis.Learning.Clustering.NeuralGas;

/// <summary>What neural gas is told.</summary>
/// <param name="K">The number of clusters.</param>
/// <param name="Distance">How far a case is from a center.</param>
public sealed record NeuralGasParameters(int K, CentroidDistance Distance)
{
    /// <summary>The declarations, in rtemis's order.</summary>
    public static ParameterSet Set { get; } = new("NeuralGasConfig", null, [CentroidOptions.K(3), CentroidOptions.Distance]);

    /// <summary>The options of a bound set.</summary>
    public static NeuralGasParameters From(ParameterValues values) => new(values.Integer("k"), CentroidOptions.DistanceOf(values));
}
