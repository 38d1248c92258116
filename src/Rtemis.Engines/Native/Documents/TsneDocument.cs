using System.Text.Json.Nodes;
using Rtemis.Learning.Decomposition.Tsne;

namespace Rtemis.Engines.Native.Documents;

/// <summary>A t-SNE in the raw document: the parts of Rtsne's object but the map, which is beside it.</summary>
static class TsneDocument
{
    public static JsonObject Of(TsneModel model)
    {
        var document = new JsonObject
        {
            ["N"] = model.Scores.Rows,
            ["costs"] = JsonCells.List(model.Costs.ToArray()),
            ["itercosts"] = JsonCells.List(model.IterationCosts.ToArray()),
        };
        if (model.OriginalDimensions is { } dimensions) document["origD"] = dimensions;
        return document;
    }
}
