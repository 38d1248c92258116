using Rtemis.Learning.Clustering;
using Rtemis.Learning.Parameters;

namespace Rtemis.Engines.Native.Algorithms;

/// <summary>All that the engine needs to know of a clustering.</summary>
/// <param name="Name">rtemis's name.</param>
/// <param name="Description">Its long name.</param>
/// <param name="Parameters">Its options.</param>
/// <param name="Create">Makes the clusterer.</param>
sealed record ClusteringAlgorithm(string Name, string Description, ParameterSet Parameters, Func<ParameterValues, IClusterer> Create)
{
    public ClusteringEntry Entry => new(Name, Description, ParameterDescriptions.Of(Parameters, tunable: false));
}
