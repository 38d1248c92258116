using Rtemis.Engines.Native.Requests;
using Rtemis.Learning.Supervised;
using Rtemis.Learning.Training;

namespace Rtemis.Engines.Native.Documents;

/// <summary>The sentences that sum a supervised result up.</summary>
static class DescriptionSentence
{
    public static string Of(TrainRequest request, TrainingResult result)
    {
        var start = $"{request.Learner.Description} was used for {(result.Data.Task == TaskType.Classification ? "classification" : "regression")}.";
        if (request.Preprocessor is { } preprocessor) start += PreparationSentence.Of(preprocessor);
        if (request.Decomposition is { } decomposition) start += PreparationSentence.Of(decomposition, Decomposed(result));
        if ((request.Search ?? (result is ResampledResult ? request.Tuner : null)) is { } tuner)
            start += $" Hyperparameter tuning was performed using {tuner.Description}.";
        return (result, result.Data.Task) switch
        {
            (SupervisedResult single, TaskType.Classification) =>
                $"{start} Balanced accuracy was {Show(single.Fit.Training.Metrics.Overall["balanced_accuracy"])} in the training set.",
            (SupervisedResult single, _) => $"{start} R-squared was {Show(single.Fit.Training.Metrics.Overall["rsq"])} on the training set.",
            (ResampledResult folds, TaskType.Classification) =>
                $"{start} Mean balanced accuracy was {Show(folds.Training.Mean["balanced_accuracy"])} in the training set and " +
                $"{Show(folds.Test.Mean["balanced_accuracy"])} in the test set across {folds.Resamples.Description}.",
            (ResampledResult folds, _) =>
                $"{start} Mean R-squared was {Show(folds.Training.Mean["rsq"])} on the training set and " +
                $"{Show(folds.Test.Mean["rsq"])} on the test set across {folds.Resamples.Description}.",
            _ => start,
        };
    }

    // The resamples may differ in it: rtemis tells the number of the configured features, or the data's.
    static int Decomposed(TrainingResult result) =>
        (result is ResampledResult resampled ? resampled.Folds[0].Steps : ((SupervisedResult)result).Fit.Steps).Decomposition!.Features.Count;

    static string Show(double value) => TwoDecimals.Of(value);
}
