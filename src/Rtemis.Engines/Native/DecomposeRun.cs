using System.Text.Json.Nodes;
using Rtemis.Data;
using Rtemis.Engines.Native.Algorithms;
using Rtemis.Engines.Native.Documents;
using Rtemis.Engines.Native.Requests;
using Rtemis.Engines.Native.Tables;
using Rtemis.Learning.Data;
using Rtemis.Learning.Decomposition;
using Rtemis.Learning.Running;
using Rtemis.Learning.Training;

namespace Rtemis.Engines.Native;

/// <summary>Carries out a decomposition job and makes its slices.</summary>
static class DecomposeRun
{
    const string Stage = "rtemis::decomp";

    public static ResultBundle Run(DecomposeRequest request, Table data, RunContext context)
    {
        data = UnsupervisedData.Select(data, request.Columns);
        if (DecompositionAlgorithm.FeaturesOf(request.Config) is { } features) data = NumericInput.Restrict(data, features);
        context.Say("▶", Stage);
        NumericInput.Announce(data, context);
        context.Say($"Decomposing with {request.Algorithm}...", Stage);
        var frame = NumericInput.Check(data, context);
        var model = request.Decomposer.Create(request.Config).Fit(frame, context);
        var metrics = DecompositionMetrics.Compute(frame, model, context).Row;
        context.Say(ElapsedText.Done(context.Timeline.Elapsed), Stage);

        var fingerprint = DataFingerprint.Of(data.Columns, data.Rows, context.Work);
        var documents = new Dictionary<string, JsonNode>
        {
            ["summary"] = DecompositionDocument.Summary(request, fingerprint, metrics, JsonShape.Elsewhere("decom"), JsonShape.Elsewhere("transformed")),
            ["record"] = UnsupervisedConfig.Record(
                "decompose", "decomposition_config", request.Algorithm, request.Config, DecompositionDocument.Sample(metrics, named: false),
                Provenance.Of(context, fingerprint)),
            ["raw"] = DecompositionDocument.Summary(
                request, fingerprint, metrics, request.Decomposer.Show(model),
                DecompositionDocument.Columns(model.ComponentNames, model.Scores)),
        };
        var tables = new Dictionary<string, ResultTable>
        {
            ["transformed"] = new(new Table(Bind(model.ComponentNames, model.Scores), data.Rows)),
            ["loadings"] = model.Loadings is { } loadings
                ? new(new Table([Cells.Text("variable", loadings.Variables), .. Bind(loadings.Components, loadings.Values)], loadings.Variables.Count))
                : Cells.Nothing,
        };
        return new ResultBundle(documents, tables);
    }

    static Column[] Bind(IReadOnlyList<string> names, Matrix values) => [.. names.Select((n, i) => new DoubleColumn(n, values.ColumnMemory(i)))];
}
