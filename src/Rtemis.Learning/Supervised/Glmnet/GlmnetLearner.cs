using Rtemis.Learning.Data;
using Rtemis.Learning.Running;
using Rtemis.Learning.Supervised.Glm;

namespace Rtemis.Learning.Supervised.Glmnet;

/// <summary>
/// Generalized linear models with an elastic net penalty, by coordinate descent: numbers, two classes, more classes. Without a λ the fit finds one by
/// cross-validation. Source: J. Friedman, T. Hastie and R. Tibshirani, "Regularization Paths for Generalized Linear Models via Coordinate Descent",
/// Journal of Statistical Software 33(1), 2010; the numbers are those of the R package glmnet 4.1.
/// </summary>
/// <param name="parameters">The hyperparameters.</param>
public sealed class GlmnetLearner(GlmnetParameters parameters) : ISupervisedLearner
{
    /// <inheritdoc/>
    public string Algorithm => "GLMNET";

    /// <inheritdoc/>
    public bool AllowsMissing => false;

    /// <inheritdoc/>
    public bool SupportsMulticlass => true;

    /// <inheritdoc/>
    public ISupervisedModel Fit(SupervisedData data, RunContext context)
    {
        var terms = data.Features.Select(DesignTerm.LearnDeclared).ToArray();
        var design = new DesignMatrix(terms, data.Features, data.Rows);
        var factors = PenaltyFactors(design.Columns - 1);
        Check(data, design.Columns - 1);
        var columns = Enumerable.Range(1, design.Columns - 1).Select(design.Column).ToArray();
        var cases = new ElasticNetData(columns, Outcome(data), data.Classes.Count, Weights(data));
        CheckNumbers(cases, context.Cancellation);

        var net = new ElasticNet(new ElasticNetPenalty(parameters.Alpha, factors), parameters);
        if (parameters.Lambda is { } lambda) return Model(net.Fit(cases, lambda.Max(), context), null);
        var validation = CrossValidation.Run(net, cases, context);
        return Model(validation.Path.At(validation.OneError), parameters.TakesMinimum ? validation.Minimum : validation.OneError);

        GlmnetModel Model(LinearPredictor[] predictors, double? found) =>
            new(terms, Array.ConvertAll(predictors, p => (double[])[p.Intercept, .. p.Coefficients]), data.Classes.Count, factors, found);
    }

    double[] PenaltyFactors(int columns)
    {
        if (parameters.PenaltyFactor is not { } given) return [.. Enumerable.Repeat(1.0, columns)];
        if (given.Count != columns)
        {
            throw new LearningException(
                "rtemis_length_error",
                $"`penalty_factor` must have one value per design-matrix column: expected length {columns}, got {given.Count}. Factors are expanded to " +
                "dummy variables, so this can exceed the number of features (p).");
        }
        return given.All(f => f <= 0) ? throw new LearningException("simpleError", "All penalty factors are <= 0") : [.. given];
    }

    // What glmnet refuses, and what rtemis makes of some options.
    void Check(SupervisedData data, int columns)
    {
        if (parameters.Family is not null)
            throw new LearningException("simpleError", "Invalid family argument; must be either character, function or family object");
        if (columns < 2) throw new LearningException("simpleError", "x should be a matrix with 2 or more columns");
        if (parameters.Offset is { } offset)
        {
            throw offset.Count == data.Rows
                ? new LearningException("simpleError", "No newoffset provided for prediction, yet offset used in fit of glmnet")
                : new LearningException("rtemis_length_error", $"`offset` must have one value per case: expected length {data.Rows}, got {offset.Count}.");
        }
        if (parameters.Lambda?.Count > 1 && data.Task == TaskType.Classification)
            throw new LearningException("simpleError", "all arguments must have the same length");
    }

    static void CheckNumbers(ElasticNetData cases, CancellationToken cancellation)
    {
        foreach (var value in cases.Outcome)
            if (!double.IsFinite(value)) throw new LearningException("simpleError", "NA/NaN/Inf in 'y'");
        foreach (var column in cases.Columns)
        {
            cancellation.ThrowIfCancellationRequested();
            if (!System.Numerics.Tensors.TensorPrimitives.IsFiniteAll(column.Span)) throw new LearningException("simpleError", "NA/NaN/Inf in 'x'");
        }
    }

    static double[] Outcome(SupervisedData data) => data.Task == TaskType.Regression
        ? data.Numbers.ToArray()
        : Array.ConvertAll(data.ClassCodes.ToArray(), code => (double)code);

    static double[] Weights(SupervisedData data) => data.Weights?.ToArray() ?? [.. Enumerable.Repeat(1.0, data.Rows)];
}
