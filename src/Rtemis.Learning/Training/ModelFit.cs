using Rtemis.Learning.Data;
using Rtemis.Learning.Metrics;
using Rtemis.Learning.Parameters;
using Rtemis.Learning.Running;
using Rtemis.Learning.Supervised;
using Rtemis.Learning.Tuning;

namespace Rtemis.Learning.Training;

/// <summary>The way from cases to one model: search, preparation of features, weights, fit, predictions, importance, metrics; each a step of the run.</summary>
sealed class ModelFit
{
    readonly TrainingPlan _plan;
    readonly RunContext _context;

    ModelFit(TrainingPlan plan, RunContext context)
    {
        _plan = plan;
        _context = context;
    }

    /// <summary>Learns from the training cases and predicts them and those held out.</summary>
    /// <param name="plan">The run.</param>
    /// <param name="training">The cases to learn from.</param>
    /// <param name="held">Those held out, or null.</param>
    /// <param name="context">The step.</param>
    /// <param name="isValidation">Whether the learner is shown those held out, to know when to stop.</param>
    /// <exception cref="LearningException">The data don't allow it.</exception>
    public static FittedModel Run(TrainingPlan plan, SupervisedData training, SupervisedData? held, RunContext context, bool isValidation = false)
    {
        if (plan.Search is not { } search) return new ModelFit(plan, context).Run(training, held, null, isValidation);
        var tuning = context.Step("tune", null, inner => GridSearchRun.Run(plan, training, inner));
        return new ModelFit(search.Settle(plan, tuning.Best).Plan, context).Run(training, held, tuning, isValidation);
    }

    /// <summary>
    /// How good a model of the training cases is on them and on those held out, and the hyperparameters that it found: one fit of a search.
    /// </summary>
    /// <exception cref="LearningException">The data don't allow it.</exception>
    public static (SampleMetrics Training, SampleMetrics Held, IReadOnlyList<KeyValuePair<string, ParameterValue>> Found) Score(
        TrainingPlan plan, SupervisedData training, SupervisedData held, RunContext context)
    {
        var fit = new ModelFit(plan, context);
        var prepared = FeaturePreparation.Run(plan, training, held, context);
        var weighed = fit.Weigh(prepared.Training);
        var model = fit.Learn(weighed, Validation(held, prepared));
        var (own, other) = fit.Judge(training, held, fit.Predict(model, prepared));
        return (own.Metrics, other!.Metrics, (model as ISettlesHyperparameters)?.Found ?? []);
    }

    FittedModel Run(SupervisedData training, SupervisedData? held, TuningResult? tuning, bool isValidation)
    {
        var prepared = FeaturePreparation.Run(_plan, training, held, _context);
        var weighed = Weigh(prepared.Training);
        _context.Say($"Training {_plan.Learner.Algorithm} {training.Task}{(tuning is null ? "" : " with tuned hyperparameters")}...", _plan.Stage);
        var model = Learn(weighed, isValidation ? Validation(held, prepared) : null);
        var predictions = Predict(model, prepared);
        var importance = _context.Step("varimp", _plan.Learner.Algorithm, _ => model.Importance);
        var (own, other) = Judge(training, held, predictions);
        return new FittedModel(Bind(model, training, prepared), importance, own, other)
        {
            Seen = weighed.Features,
            Preprocessed = prepared.Preprocessed,
            Steps = prepared.Steps with { Tuning = tuning, Derived = (model as ISettlesHyperparameters)?.Derived ?? [] },
        };
    }

    static SupervisedData? Validation(SupervisedData? held, PreparedFeatures prepared) =>
        prepared.HeldFeatures() is { } features ? held?.WithFeatures(features) : held;

    TrainedModel Bind(ISupervisedModel model, SupervisedData training, PreparedFeatures prepared) => new()
    {
        Algorithm = _plan.Learner.Algorithm,
        Inputs = [.. training.Features.Select(ModelFeature.Of)],
        Features = [.. prepared.Training.Features.Select(ModelFeature.Of)],
        Outcome = ModelOutcome.Of(training.Outcome),
        AllowsMissing = _plan.Learner.AllowsMissing,
        Preprocessor = prepared.Steps.Preprocessor,
        Decomposition = prepared.Steps.Decomposition,
        Model = model,
    };

    SupervisedData Weigh(SupervisedData training)
    {
        if (!_plan.InverseFrequencyWeights || training.Task != TaskType.Classification) return training;
        if (training.Weights is not null) throw new LearningException("rtemis_value_error", "Custom weights are defined, but IFW is set to TRUE.");
        _context.Say("Calculating case weights using Inverse Frequency Weighting.", "ifw");
        return training.WithWeights(InverseFrequencyWeights.Of(training));
    }

    ISupervisedModel Learn(SupervisedData training, SupervisedData? validation) => _context.Step("train_alg", _plan.Learner.Algorithm, inner =>
    {
        DataCheck.Run(training, _plan.Learner.AllowsMissing, inner);
        // A fold may be left without cases, where there are fewer groups than folds.
        if (training.Rows == 0) throw new LearningException("rtemis_dim_error", "Training set has no cases.");
        if (training.Classes.Count > 2 && !_plan.Learner.SupportsMulticlass)
            throw new LearningException("rtemis_unsupported_error", $"{_plan.Learner.Algorithm} does not support multiclass classification.");
        var learner = _plan.Learner is IComposedLearner composed ? composed.With(InnerTraining.Of(_plan)) : _plan.Learner;
        return learner is IValidatedLearner validated ? validated.Fit(training, validation, inner) : learner.Fit(training, inner);
    });

    (Prediction Own, Prediction? Held) Predict(ISupervisedModel model, PreparedFeatures prepared) => _context.Step("predict", null, inner =>
    {
        var own = model.Predict(prepared.Training.Features, inner);
        return (own, prepared.HeldFeatures() is { } held ? model.Predict(held, inner) : null);
    });

    (SampleResult Own, SampleResult? Held) Judge(SupervisedData training, SupervisedData? held, (Prediction Own, Prediction? Held) predicted) =>
        _context.Step("metrics", null, _ =>
            (SampleResult.Of(training.Outcome, predicted.Own), held is null ? null : SampleResult.Of(held.Outcome, predicted.Held!)));
}
