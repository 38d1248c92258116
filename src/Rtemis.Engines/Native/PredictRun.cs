using System.Text.Json.Nodes;
using Rtemis.Engines.Native.Documents;
using Rtemis.Engines.Native.Tables;
using Rtemis.Engines.Requests;
using Rtemis.Learning;
using Rtemis.Learning.Running;
using Rtemis.Learning.Training;

namespace Rtemis.Engines.Native;

/// <summary>Applies a finished model and makes the slices of that.</summary>
static class PredictRun
{
    public static ResultBundle Run(PredictRequest request, JobInput input, RunContext context)
    {
        var table = input.Data;
        context.Say($"Predicting {table.Rows} cases with {request.Algorithm}...");
        var applied = AppliedModel.Of(Read(request, input.Source), table, context);
        context.Say(ElapsedText.Done(context.Timeline.Elapsed));
        var fingerprint = DataFingerprint.Of(table.Columns, table.Rows, context.Work);
        var documents = new Dictionary<string, JsonNode>
        {
            ["summary"] = PredictDocument.Summary(request, applied),
            ["record"] = PredictDocument.Record(request, applied, Provenance.Of(context, fingerprint)),
        };
        if (applied.Test is { } test) documents["metrics"] = new JsonObject { ["test"] = MetricsDocument.Sample(test.Metrics, "Test") };
        var tables = new Dictionary<string, ResultTable>
        {
            ["predictions"] = PredictionTable.Of(applied, table),
            ["roc"] = applied is { Test: { } judged, Model.Outcome.Levels: { } levels } ? RocTable.Of(levels, judged, context.Work) : Cells.Nothing,
            ["session"] = SessionTable.Of(context.Timeline),
        };
        return new ResultBundle(documents, tables);
    }

    static TrainedModel Read(PredictRequest request, ResultFolder? source)
    {
        if (source?.ModelPath is not { } path)
        {
            throw new LearningException(
                "rtemis_value_error", $"{request.JobId} has no model to predict with: only a `train` job without outer resampling keeps one.");
        }
        try
        {
            return ModelFile.Read(File.ReadAllBytes(path));
        }
        catch (InvalidDataException damaged)
        {
            throw new LearningException("rtemis_value_error", $"The model of {request.JobId} can't be read. {damaged.Message}", damaged);
        }
    }
}
