using System.Text.Json.Nodes;
using Rtemis.Learning.Decomposition.Isomap;

namespace Rtemis.Engines.Native.Documents;

/// <summary>An isometric feature mapping in the raw document: parts of vegan's <c>isomap</c> object; the places on the axes are beside it.</summary>
static class IsomapDocument
{
    public static JsonObject Of(IsomapModel model) => new()
    {
        ["eig"] = JsonCells.List(model.Eigenvalues.ToArray()),
        ["method"] = (model.Parameters.DistMethod == IsomapDistance.Manhattan ? "manhattan" : "euclidean") + " isomap",
        ["criterion"] = "k",
        ["critval"] = model.Parameters.Nsd,
        ["pairs"] = model.NeighbourPairs,
        ["npoints"] = model.Scores.Rows,
    };
}
