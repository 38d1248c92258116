using System.Text.Json.Nodes;
using Rtemis.Learning.Training;

namespace Rtemis.Engines.Native.Documents;

/// <summary>The <c>metrics</c> slice of a supervised job.</summary>
static class TrainMetrics
{
    public static JsonObject Of(TrainingResult result)
    {
        if (result is not ResampledResult resampled)
            return new JsonObject { ["training"] = MetricsDocument.Sample(((SupervisedResult)result).Fit.Training.Metrics, "Training") };
        string[] names = [.. resampled.Folds.Select(f => f.Name)];
        return new JsonObject
        {
            ["training"] = MetricsDocument.Resampled(resampled.Training, "Training", names),
            ["test"] = MetricsDocument.Resampled(resampled.Test, "Test", names),
        };
    }
}
