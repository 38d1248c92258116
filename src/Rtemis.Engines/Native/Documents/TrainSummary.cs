using System.Text.Json.Nodes;
using Rtemis.Data;
using Rtemis.Engines.Native.Requests;
using Rtemis.Learning.Preprocessing;
using Rtemis.Learning.Running;
using Rtemis.Learning.Supervised;
using Rtemis.Learning.Training;

namespace Rtemis.Engines.Native.Documents;

/// <summary>The <c>summary</c> of a supervised job.</summary>
static class TrainSummary
{
    /// <summary>The document of one model, or of a model a resample.</summary>
    public static JsonObject Of(TrainRequest request, TrainingResult result) => result switch
    {
        SupervisedResult single => Single(request, single),
        ResampledResult resampled => Resampled(request, resampled),
        _ => throw new ArgumentException($"No summary for {result.GetType().Name}.", nameof(result)),
    };

    /// <summary>What the algorithm itself did to features, or null.</summary>
    public static FittedPreprocessor? Recoding(SupervisedResult result) => (result.Fit.Model.Model as IRecodingModel)?.Recoding;

    /// <summary>That, with the features as it left them.</summary>
    public static JsonObject Recoded(SupervisedResult result, FittedPreprocessor recoding, bool complete = false)
    {
        IReadOnlyList<Column> columns = result.Fit.Model.Model is IRecodingModel { RecodesOutcome: true } ? [.. result.Fit.Seen, result.Data.Outcome] : result.Fit.Seen;
        return PreprocessorDocument.Summary(recoding, recoding.Transform(columns, new RunContext()), complete);
    }

    static JsonObject Single(TrainRequest request, SupervisedResult result)
    {
        var classification = result.Data.Task == TaskType.Classification;
        var document = Start(request, result, classification ? "Classification" : "Regression");
        if (result.Fit.Steps.Preprocessor is { } preprocessor) document["preprocessor"] = PreprocessorDocument.Summary(preprocessor, result.Fit.Preprocessed!);
        if (Recoding(result) is { } recoding) document["preprocessor_internal"] = Recoded(result, recoding);
        if (request.Decomposition is { } decomposition) document["decomposition"] = decomposition.Algorithm.Name;
        document["hyperparameters"] = HyperparameterDocument.Summary(request, resampled: false, result.Fit.Steps);
        if (result.Fit.Steps.Tuning is { } tuning) document["tuner"] = TunerDocument.Summary(request, tuning);
        document["execution_config"] = ExecutionDocument.Summary(request.Execution);
        document["metrics_training"] = MetricsDocument.Sample(result.Fit.Training.Metrics, "Training");
        if (result.Fit.Importance is not null) document["varimp"] = JsonShape.Elsewhere("varimp");
        // The position of the positive class among the outcome's levels, counted from 1; rtemis tells it of any number of classes.
        if (classification) document["binclasspos"] = 2;
        return document;
    }

    static JsonObject Resampled(TrainRequest request, ResampledResult result)
    {
        var document = Start(request, result, result.Data.Task == TaskType.Classification ? "ClassificationRes" : "RegressionRes");
        document["n_resamples"] = result.Folds.Count;
        if (request.Preprocessor is { } preprocessor) document["preprocessor_config"] = PreprocessorDocument.Config(preprocessor);
        if (request.Decomposition is { } step) document["decomposition_config"] = UnsupervisedConfig.Summary(step.Algorithm.Name, step.Config);
        document["hyperparameters"] = HyperparameterDocument.Summary(request, resampled: true);
        if ((request.Tuner ?? request.Search) is { } tuner) document["tuner_config"] = TunerDocument.Config(tuner);
        document["outer_resampler"] = ResamplerDocument.Summary(request.Resampling!.Type.ToString(), result.Resamples);
        document["resampler_desc"] = result.Resamples.Description;
        document["execution_config"] = ExecutionDocument.Summary(request.Execution);
        document["metrics_training"] = MetricsDocument.Resampled(result.Training, "Training");
        document["metrics_test"] = MetricsDocument.Resampled(result.Test, "Test");
        document["varimp_per_resample"] = JsonShape.Elsewhere("varimp_per_resample");
        return document;
    }

    static JsonObject Start(TrainRequest request, TrainingResult result, string className)
    {
        // One model tells the features that it saw, several those of the data.
        var names = result is SupervisedResult single ? single.Fit.Features : [.. result.Data.Features.Select(f => f.Name)];
        var document = new JsonObject { [".class"] = className, ["algorithm"] = request.Algorithm, ["type"] = result.Data.Task.ToString() };
        if (request.Question is { } question) document["question"] = question;
        document["description"] = DescriptionSentence.Of(request, result);
        document["xnames"] = JsonShape.Names(names);
        document["n_features"] = names.Count;
        return document;
    }
}
