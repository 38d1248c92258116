using System.Text.Json.Nodes;
using Rtemis.Learning.Data;
using Rtemis.Learning.Decomposition.Ica;

namespace Rtemis.Engines.Native.Documents;

/// <summary>
/// An independent component analysis in the raw document: fastICA's matrices but for those as long as the data, a list a column, and the columns' means.
/// </summary>
static class IcaDocument
{
    public static JsonObject Of(IcaModel model)
    {
        var names = model.Loadings.Components;
        return new JsonObject
        {
            ["K"] = DecompositionDocument.Columns(names, model.Whitening),
            ["W"] = DecompositionDocument.Columns(names, model.Rotation),
            ["A"] = new JsonObject(model.Loadings.Variables.Select((name, j) => KeyValuePair.Create(name, Row(model.Mixing, j)))),
            ["rtemis_center"] = JsonCells.List(model.Projection.Center.ToArray()),
        };
    }

    static JsonNode? Row(Matrix matrix, int row) => JsonCells.List(Enumerable.Range(0, matrix.Columns).Select(c => matrix[row, c]).ToArray());
}
