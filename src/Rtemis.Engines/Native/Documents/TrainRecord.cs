using System.Text.Json.Nodes;
using Rtemis.Engines.Native.Requests;
using Rtemis.Learning.Metrics;
using Rtemis.Learning.Training;

namespace Rtemis.Engines.Native.Documents;

/// <summary>The run record of a supervised job: what was asked for, where each value came from, what came of it.</summary>
static class TrainRecord
{
    /// <param name="request">The job.</param>
    /// <param name="result">What came of it.</param>
    /// <param name="provenance">Where the result comes from.</param>
    public static JsonObject Of(TrainRequest request, TrainingResult result, JsonObject provenance)
    {
        var scalars = new JsonObject
        {
            ["dat_training_path"] = null,
            ["dat_validation_path"] = null,
            ["dat_test_path"] = null,
            ["weights"] = request.Weights,
            ["positive_class"] = request.PositiveClass,
            ["question"] = request.Question,
            ["outdir"] = null,
            ["verbosity"] = request.Verbosity,
        };
        var origin = new JsonObject(scalars.Select(s => KeyValuePair.Create(s.Key, (JsonNode?)Origin(s))));
        var record = new JsonObject { ["$schema"] = "https://schema.rtemis.org/supervised/v1/record.json" };
        JsonShape.Append(record, scalars);
        record["preprocessor_config"] = request.Preprocessor is { } preprocessor ? PreprocessorDocument.Recorded(preprocessor) : null;
        record["decomposition_config"] = request.Decomposition is { } step ? UnsupervisedConfig.Recorded(step.Algorithm.Name, step.Config) : null;
        record["hyperparameters"] = HyperparameterDocument.Recorded(request);
        record["tuner_config"] = request.Tuner is { } tuner ? TunerDocument.Recorded(tuner) : null;
        record["outer_resampling_config"] = request.Resampling is { } config ? ResamplerDocument.Recorded(config) : null;
        record["execution_config"] = ExecutionDocument.Recorded(request.Execution);
        record["origin"] = origin;
        record["folds"] = Folds(request, result);
        record["metrics"] = Split(Training(result), Test(result));
        record["metrics_sd"] = Split((result as ResampledResult)?.Training.StandardDeviation, (result as ResampledResult)?.Test.StandardDeviation);
        record["provenance"] = provenance;
        return record;

        static string Origin(KeyValuePair<string, JsonNode?> scalar) =>
            scalar.Value is null || scalar.Key == "verbosity" && scalar.Value.GetValue<int>() == 1 ? "default" : "user";
    }

    static JsonArray Folds(TrainRequest request, TrainingResult result) => result is ResampledResult resampled
        ? new JsonArray([.. resampled.Folds.Select((fold, i) => Model(request, i, fold.Steps, fold.Training, fold.Test))])
        : new JsonArray(Model(request, 0, ((SupervisedResult)result).Fit.Steps, ((SupervisedResult)result).Fit.Training, null));

    static JsonObject Model(TrainRequest request, int index, FitSteps steps, SampleResult training, SampleResult? test)
    {
        var document = new JsonObject { ["index"] = index + 1 };
        if (steps.Preprocessor is { } preprocessor) document["preprocessor_config"] = PreprocessorDocument.Recorded(preprocessor);
        if (request.Decomposition is { } step) document["decomposition_config"] = UnsupervisedConfig.Recorded(step.Algorithm.Name, step.Config);
        document["hyperparameters"] = HyperparameterDocument.Recorded(request, steps);
        if (steps.Tuning is { } tuning) document["tuning"] = TunerDocument.Fold(tuning);
        document["metrics"] = new JsonObject
        {
            ["training"] = MetricsDocument.Sample(training.Metrics, "Training", named: false),
            ["validation"] = null,
            ["test"] = test is null ? null : MetricsDocument.Sample(test.Metrics, "Test", named: false),
        };
        return document;
    }

    static MetricRow Training(TrainingResult result) =>
        result is ResampledResult resampled ? resampled.Training.Mean : ((SupervisedResult)result).Fit.Training.Metrics.Overall;

    static MetricRow? Test(TrainingResult result) => (result as ResampledResult)?.Test.Mean;

    static JsonObject Split(MetricRow? training, MetricRow? test) => new()
    {
        ["training"] = training is null ? null : MetricsDocument.Row(training),
        ["validation"] = null,
        ["test"] = test is null ? null : MetricsDocument.Row(test),
    };
}
