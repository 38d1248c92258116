using System.Numerics.Tensors;
using Rtemis.Learning.Data;
using Rtemis.Learning.Numerics;
using Rtemis.Learning.Running;

namespace Rtemis.Learning.Supervised.Glm;

/// <summary>
/// Generalized linear model as R's <c>glm()</c>: least squares for numbers, logistic regression for two classes. Factors enter by treatment contrasts;
/// columns that others determine are left out. A numeric feature named <c>weights</c> also weights the cases, as it does in R, where the formula's
/// data are looked at before the argument of that name. Sources: see <see cref="LeastSquares"/> and <see cref="BinomialFit"/>.
/// </summary>
/// <param name="Parameters">The hyperparameters.</param>
public sealed record GlmLearner(GlmParameters Parameters) : ISupervisedLearner
{
    const string WeightsName = "weights";

    /// <inheritdoc/>
    public string Algorithm => "GLM";

    /// <inheritdoc/>
    public bool AllowsMissing => false;

    /// <inheritdoc/>
    public bool SupportsMulticlass => false;

    /// <inheritdoc/>
    public ISupervisedModel Fit(SupervisedData data, RunContext context)
    {
        var model = ModelMatrix.Of(data.Features, data.Rows);
        var weights = data.Features.FirstOrDefault(f => f.Name == WeightsName && NumericColumn.IsNumeric(f)) is { } feature
            ? NumericColumn.Numbers(feature)
            : data.Weights;
        if (weights is { } given && given.Span.ContainsAnyInRange(double.NegativeInfinity, -double.Epsilon))
            throw new LearningException("simpleError", "negative weights not allowed");

        var solution = data.Task == TaskType.Regression ? Regress(model, data, weights, context) : Classify(model, data, weights, context);
        var left = solution.Aliased.Count(aliased => aliased);
        if (left > 0) context.Say($"{left} of {model.Names.Count} coefficients are not defined because of singularities", level: TextLevel.Warn);
        return new GlmModel(data.Task, model.Names, solution, [.. data.Features.Select(ModelMatrix.Levels)]);
    }

    static LeastSquaresSolution Regress(ModelMatrix model, SupervisedData data, ReadOnlyMemory<double>? weights, RunContext context)
    {
        if (weights is not { } given) return LeastSquares.Solve(new WeightedProblem(model, data.Numbers, null), context);
        var roots = new double[given.Length];
        TensorPrimitives.Sqrt(given.Span, roots);
        return LeastSquares.Solve(new WeightedProblem(model, data.Numbers, roots), context);
    }

    static LeastSquaresSolution Classify(ModelMatrix model, SupervisedData data, ReadOnlyMemory<double>? weights, RunContext context)
    {
        var positive = new bool[data.Rows];
        var codes = data.ClassCodes.Span;
        for (var i = 0; i < positive.Length; i++) positive[i] = codes[i] == 1;
        var given = weights?.ToArray() ?? [.. Enumerable.Repeat(1.0, data.Rows)];
        return new BinomialFit(model, positive, given, context).Solve();
    }
}
