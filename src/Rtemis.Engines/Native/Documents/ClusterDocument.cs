using System.Globalization;
using System.Text.Json.Nodes;
using Rtemis.Learning.Clustering;
using Rtemis.Learning.Clustering.Centroids;
using Rtemis.Learning.Clustering.CMeans;
using Rtemis.Learning.Clustering.Dbscan;

namespace Rtemis.Engines.Native.Documents;

/// <summary>What clusterings find, in the raw document: the parts of the R packages' objects.</summary>
static class ClusterDocument
{
    /// <summary>Centers and how many cases each has.</summary>
    public static JsonObject Centroids(ClusterAssignment found, IReadOnlyList<string> columns)
    {
        var clusters = (CentroidAssignment)found;
        return new JsonObject { ["centers"] = DecompositionDocument.Columns(columns, clusters.Centers), ["size"] = JsonCells.List(clusters.Sizes) };
    }

    /// <summary>Centers and memberships.</summary>
    public static JsonObject Fuzzy(ClusterAssignment found, IReadOnlyList<string> columns)
    {
        var clusters = (FuzzyAssignment)found;
        var document = Centroids(found, columns);
        string[] numbers = [.. Enumerable.Range(1, clusters.Centers.Rows).Select(c => c.ToString(CultureInfo.InvariantCulture))];
        document["membership"] = DecompositionDocument.Columns(numbers, clusters.Membership);
        document["iter"] = clusters.Iterations;
        document["withinerror"] = JsonCells.Scalar(clusters.WithinError);
        return document;
    }

    /// <summary>What the density was measured with.</summary>
    public static JsonObject Density(ClusterAssignment found, IReadOnlyList<string> columns)
    {
        var clusters = (DensityAssignment)found;
        return new JsonObject
        {
            ["eps"] = clusters.Eps,
            ["minPts"] = clusters.MinPoints,
            ["dist"] = "euclidean",
            ["borderPoints"] = clusters.BorderPoints,
        };
    }
}
