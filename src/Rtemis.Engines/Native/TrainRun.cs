using System.Text.Json.Nodes;
using Rtemis.Data;
using Rtemis.Engines.Native.Documents;
using Rtemis.Engines.Native.Requests;
using Rtemis.Engines.Native.Tables;
using Rtemis.Learning.Running;
using Rtemis.Learning.Training;

namespace Rtemis.Engines.Native;

/// <summary>Carries out a supervised job and makes its slices.</summary>
static class TrainRun
{
    public static ResultBundle Run(TrainRequest request, Table data, RunContext context)
    {
        var result = Trainer.Train(request.Plan, data, request.Verbosity == 0 ? context.Quietly() : context);
        var fingerprint = DataFingerprint.Of([.. result.Data.Features, result.Data.Outcome], result.Data.Rows, context.Work);
        var documents = new Dictionary<string, JsonNode>
        {
            ["summary"] = TrainSummary.Of(request, result),
            ["metrics"] = TrainMetrics.Of(result),
            ["record"] = TrainRecord.Of(request, result, Provenance.Of(context, fingerprint)),
            ["raw"] = TrainRaw.Of(request, result),
        };
        var tables = new Dictionary<string, ResultTable>
        {
            ["varimp"] = result is ResampledResult r ? ImportanceTable.Of(r) : ImportanceTable.Of((SupervisedResult)result),
            ["predictions"] = result is ResampledResult p ? PredictionTable.Of(p) : PredictionTable.Of((SupervisedResult)result),
            ["roc"] = RocTable.Of(result, context.Work),
            ["session"] = SessionTable.Of(context.Timeline),
        };
        return new ResultBundle(documents, tables) { Model = (result as SupervisedResult)?.Fit.Model };
    }
}
