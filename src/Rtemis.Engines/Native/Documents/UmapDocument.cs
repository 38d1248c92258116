using System.Text.Json.Nodes;
using Rtemis.Learning.Decomposition.Umap;

namespace Rtemis.Engines.Native.Documents;

/// <summary>A UMAP layout in the raw document. The layout itself is beside it; R's object can't be written as JSON.</summary>
static class UmapDocument
{
    public static JsonObject Of(UmapModel model) => new()
    {
        ["n_epochs"] = model.Projection.Epochs,
        ["n_components_of_graph"] = model.GraphComponents,
    };
}
