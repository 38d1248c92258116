using Rtemis.Data;
using Rtemis.Learning.Data;
using Rtemis.Learning.Metrics;
using Rtemis.Learning.Running;
using Rtemis.Learning.Supervised;

namespace Rtemis.Learning.Training;

/// <summary>The way from cases to one model: weights, fit, predictions, importance, metrics; each a step of the run.</summary>
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
    /// <exception cref="LearningException">The data don't allow it.</exception>
    public static FittedModel Run(TrainingPlan plan, SupervisedData training, SupervisedData? test, RunContext context)
    {
        var fit = new ModelFit(plan, context);
        return fit.Run(fit.Weigh(training), test);
    }

    FittedModel Run(SupervisedData training, SupervisedData? test)
    {
        _context.Say($"Training {_plan.Learner.Algorithm} {training.Task}...");
        var model = Step("train_alg", _plan.Learner.Algorithm, inner => Learn(training, inner));
        var (predicted, held) = Step("predict", null, inner =>
            (model.Predict(training.Features, inner), test is null ? null : model.Predict(test.Features, inner)));
        var importance = Step("varimp", _plan.Learner.Algorithm, _ => model.Importance);
        var (own, other) = Step("metrics", null, _ =>
            (Judge(training.Outcome, predicted), held is null ? null : Judge(test!.Outcome, held)));
        return new FittedModel(model, importance, own, other);
    }

    SupervisedData Weigh(SupervisedData training)
    {
        if (!_plan.InverseFrequencyWeights || training.Task != TaskType.Classification) return training;
        if (training.Weights is not null) throw new LearningException("rtemis_value_error", "Custom weights are defined, but IFW is set to TRUE.");
        _context.Say("Calculating case weights using Inverse Frequency Weighting.", "ifw");
        return training.WithWeights(InverseFrequencyWeights.Of(training));
    }

    ISupervisedModel Learn(SupervisedData training, RunContext context)
    {
        DataCheck.Run(training, _plan.Learner.AllowsMissing, context);
        // A fold may be left without cases, where there are fewer groups than folds.
        if (training.Rows == 0) throw new LearningException("rtemis_dim_error", "Training set has no cases.");
        if (training.Classes.Count > 2 && !_plan.Learner.SupportsMulticlass)
            throw new LearningException("rtemis_unsupported_error", $"{_plan.Learner.Algorithm} does not support multiclass classification.");
        return _plan.Learner.Fit(training, context);
    }

    static SampleResult Judge(Column actual, Prediction prediction)
    {
        var values = prediction.Values;
        if (actual is not FactorColumn factor)
            return new SampleResult(actual, prediction, null, RegressionMetrics.Compute(NumericColumn.Numbers(actual).Span, values.Column(0)));
        var classes = PredictedClasses.Of(prediction);
        var metrics = ClassificationMetrics.Compute(factor.Levels, factor.Codes.Span, classes, values);
        return new SampleResult(actual, prediction, classes, metrics);
    }

    T Step<T>(string kind, string? label, Func<RunContext, T> work)
    {
        var scope = _context.Begin(kind, label);
        var result = work(scope.Context);
        scope.Complete();
        return result;
    }
}
