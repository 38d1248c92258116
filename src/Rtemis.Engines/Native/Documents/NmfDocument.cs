using System.Text.Json.Nodes;
using Rtemis.Learning.Decomposition.Nmf;

namespace Rtemis.Engines.Native.Documents;

/// <summary>A non-negative matrix factorization in the raw document: the parts of NMF's object that tell of the fit.</summary>
static class NmfDocument
{
    public static JsonObject Of(NmfModel model)
    {
        var basis = new JsonObject { ["variable"] = JsonShape.Names(model.Variables) };
        JsonShape.Append(basis, DecompositionDocument.Columns(model.Loadings.Components, model.Basis));
        var document = new JsonObject
        {
            ["method"] = model.Method,
            ["niter"] = model.Iterations,
            ["residuals"] = JsonCells.List(new[] { model.Residual }),
            ["basis"] = basis,
        };
        if (model.Offset is not null) document["offset"] = JsonCells.List(model.Offset.ToArray());
        return document;
    }
}
