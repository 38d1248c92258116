using System.Text.Json.Nodes;
using Rtemis.Learning.Decomposition.Pca;

namespace Rtemis.Engines.Native.Documents;

/// <summary>A principal component analysis in the raw document: the parts of R's <c>prcomp</c> object.</summary>
static class PcaDocument
{
    public static JsonObject Of(PcaModel model)
    {
        var rotation = new JsonObject { ["variable"] = JsonShape.Names(model.Variables) };
        JsonShape.Append(rotation, DecompositionDocument.Columns(model.ComponentNames, model.Rotation));
        return new JsonObject
        {
            ["sdev"] = JsonCells.List(model.StandardDeviations.ToArray()),
            ["rotation"] = rotation,
            ["center"] = OrFalse(model.Center),
            ["scale"] = OrFalse(model.Scale),
        };
    }

    // prcomp says FALSE where it did not do it.
    static JsonNode? OrFalse(IReadOnlyList<double>? values) => values is null ? false : JsonCells.List(values.ToArray());
}
