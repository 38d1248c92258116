using System.Text.Json.Nodes;
using Rtemis.Learning.Clustering;
using Rtemis.Learning.Parameters;

namespace Rtemis.Engines.Native.Algorithms;

/// <summary>All that the engine needs to know of a clustering.</summary>
sealed record ClusteringAlgorithm
{
    /// <summary>rtemis's name.</summary>
    public required string Name { get; init; }

    /// <summary>Its long name.</summary>
    public required string Description { get; init; }

    /// <summary>Its options.</summary>
    public required ParameterSet Parameters { get; init; }

    /// <summary>Makes the clusterer.</summary>
    public required Func<ParameterValues, IClusterer> Create { get; init; }

    /// <summary>What was found, for the raw document; it is given the names of the data's columns.</summary>
    public required Func<ClusterAssignment, IReadOnlyList<string>, JsonObject> Show { get; init; }

    public ClusteringEntry Entry => new(Name, Description, ParameterDescriptions.Of(Parameters, tunable: false));
}
