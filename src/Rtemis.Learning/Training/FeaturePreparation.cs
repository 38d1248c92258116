using Rtemis.Learning.Data;
using Rtemis.Learning.Preprocessing;
using Rtemis.Learning.Running;

namespace Rtemis.Learning.Training;

/// <summary>What is done to features before a learner sees them: learned from the training cases, repeated on those held out.</summary>
static class FeaturePreparation
{
    /// <exception cref="LearningException">The features don't allow it.</exception>
    public static PreparedFeatures Run(TrainingPlan plan, SupervisedData training, SupervisedData? held, RunContext context)
    {
        var prepared = new PreparedFeatures(training, held?.Features, null, FitSteps.None);
        if (plan.Preprocessor is { } config)
        {
            RefuseRemovalOfCases(config, context);
            prepared = context.Step("preprocess", null, inner => Preprocess(config, prepared, inner));
        }
        if (plan.Decomposition is { } decomposition)
            prepared = context.Step("decompose", decomposition.Decomposer.Algorithm, inner => Decompose(decomposition, prepared, inner));
        return prepared;
    }

    static PreparedFeatures Preprocess(PreprocessorConfig config, PreparedFeatures given, RunContext context)
    {
        context.Say("Preprocessing...");
        var (fitted, features) = FittedPreprocessor.Fit(config, given.Training.Features, context);
        var held = given.Held is null ? null : fitted.Transform(given.Held, context);
        return new PreparedFeatures(given.Training.WithFeatures(features), held, features, given.Steps with { Preprocessor = fitted });
    }

    static PreparedFeatures Decompose(DecompositionPlan plan, PreparedFeatures given, RunContext context)
    {
        var (fitted, features) = FittedDecomposition.Fit(plan, given.Training.Features, given.Training.Rows, context);
        var held = given.Held is null ? null : fitted.Transform(given.Held, context);
        return given with { Training = given.Training.WithFeatures(features), Held = held, Steps = given.Steps with { Decomposition = fitted } };
    }

    static void RefuseRemovalOfCases(PreprocessorConfig config, RunContext context)
    {
        if (config.RemovesCases.Count == 0) return;
        const string condition = "rtemis_value_error";
        context.Say($"✖ {condition}", "check_preprocessor_replayable");
        throw new LearningException(
            condition,
            $"`preprocessor_config` removes cases, which a fitted preprocessor cannot replay: {string.Join(", ", config.RemovesCases)}.\n" +
            "A preprocessor learned by train() is re-applied to new data at predict() time, where dropping rows would return fewer predictions than rows.\n" +
            "Remove cases before calling train(), with preprocess() on the full dataset.");
    }
}
