using System.Text.Json.Nodes;
using Rtemis.Engines.Requests;
using Rtemis.Learning.Training;

namespace Rtemis.Engines.Native.Documents;

/// <summary>The documents of a predict job. rtemis has none for it: they are ours, in its style.</summary>
static class PredictDocument
{
    /// <summary>The <c>summary</c>.</summary>
    public static JsonObject Summary(PredictRequest request, AppliedModel applied)
    {
        var (outcome, cases) = (applied.Model.Outcome, applied.Prediction.Values.Rows);
        var document = new JsonObject
        {
            [".class"] = "Prediction",
            ["algorithm"] = request.Algorithm,
            ["type"] = outcome.Levels is null ? "Regression" : "Classification",
        };
        if (request.Question is { } question) document["question"] = question;
        document["description"] = Description(request, applied);
        document["job_id"] = request.JobId;
        document["outcome"] = outcome.Name;
        if (outcome.Levels is { } levels) document["levels"] = new JsonArray([.. levels.Select(l => (JsonNode)l)]);
        document["xnames"] = JsonShape.Names([.. applied.Model.Inputs.Select(i => i.Name)]);
        document["n_cases"] = cases;
        document["n_predicted"] = applied.Predicted;
        if (applied.Test is { } test) document["metrics_test"] = MetricsDocument.Sample(test.Metrics, "Test");
        return document;
    }

    /// <summary>The run record.</summary>
    public static JsonObject Record(PredictRequest request, AppliedModel applied, JsonObject provenance) => new()
    {
        ["job_id"] = request.JobId,
        ["algorithm"] = request.Algorithm,
        ["question"] = request.Question,
        ["metrics"] = applied.Test is { } test ? MetricsDocument.Sample(test.Metrics, "Test", named: false) : null,
        ["provenance"] = provenance,
    };

    static string Description(PredictRequest request, AppliedModel applied)
    {
        var (cases, predicted) = (applied.Prediction.Values.Rows, applied.Predicted);
        var start = $"The {request.Algorithm} model of {request.JobId} was applied to {cases} case{(cases == 1 ? "" : "s")}.";
        if (predicted < cases) start += $" {cases - predicted} of them could not be predicted.";
        if (applied.Test is not { } test) return start;
        var (name, figure) = applied.Model.Outcome.Levels is null ? ("R-squared", test.Metrics.Overall["rsq"]) : ("Balanced accuracy", test.Metrics.Overall["balanced_accuracy"]);
        return $"{start} {name} was {TwoDecimals.Of(figure)} where the outcome is known.";
    }
}
