using System.Numerics.Tensors;
using Rtemis.Learning.Data;
using Rtemis.Learning.Numerics;
using Rtemis.Learning.Running;

namespace Rtemis.Learning.Supervised.Gam;

/// <summary>
/// Additive models of thin plate regression splines for numbers, and of their logit for two classes, with the smoothness of each curve chosen by
/// generalized cross-validation or unbiased risk, as R's <c>mgcv::gam</c> does. Source: S. N. Wood, "Generalized Additive Models", 2nd ed. 2017. A
/// feature named <c>weights</c> is taken for the case weights, see <see cref="NamedWeights"/>.
/// </summary>
/// <param name="parameters">The hyperparameters.</param>
public sealed class GamLearner(GamParameters parameters) : ISupervisedLearner
{
    // In units of the deviance for two classes and of n times the score's logarithm for numbers: the curves have settled long before.
    const double Tolerance = 1e-5;

    // What a perfect fit leaves of the outcome's sum of squares by rounding.
    const double Rounding = 1e-14;

    /// <inheritdoc/>
    public string Algorithm => "GAM";

    /// <inheritdoc/>
    public bool AllowsMissing => false;

    /// <inheritdoc/>
    public bool SupportsMulticlass => false;

    /// <inheritdoc/>
    public ISupervisedModel Fit(SupervisedData data, RunContext context)
    {
        var weights = NamedWeights.Of(data)?.ToArray();
        ReadOnlyMemory<double>? roots = weights is null ? null : Array.ConvertAll(weights, Math.Sqrt);
        var design = GamDesign.Of(data, parameters.K, roots, context);
        var coefficients = data.Task == TaskType.Classification
            ? FitLogistic(data, design, weights, context)
            : FitLinear(data, design, roots, context);
        return design.Model(coefficients, context);
    }

    static double[] FitLinear(SupervisedData data, GamDesign design, ReadOnlyMemory<double>? roots, RunContext context)
    {
        var factor = LeastSquares.ReduceWhole(design.Matrix, data.Numbers, roots, context);
        // As in R, a case without weight is no case here; it is one for two classes.
        var cases = roots is { } all ? all.Span.Length - all.Span.Count(0.0) : data.Rows;
        // The first column is the intercept's, so that this is about the mean.
        var least = Rounding * TensorPrimitives.SumOfSquares<double>(factor.Column(factor.Columns - 1)[1..]);
        var criterion = new LeastSquaresCriterion(
            factor, design.Blocks, (deviance, freedom) => SmoothingScore.CrossValidation(deviance + least, freedom, cases), context);
        var smoothing = SmoothingSearch.Minimize(criterion, FirstSmoothing.Of(factor, design.Blocks), Tolerance, context.Cancellation);
        return new PenalizedSystem(factor, design.Blocks, smoothing, context.Cancellation).Coefficients;
    }

    static double[] FitLogistic(SupervisedData data, GamDesign design, double[]? weights, RunContext context)
    {
        if (weights is null)
        {
            weights = new double[data.Rows];
            Array.Fill(weights, 1);
        }
        var fit = new PenalizedLogistic(design.Matrix, design.Blocks, OutcomeNumbers.Of(data), weights, context);
        var factor = fit.StartFactor();
        var smoothing = Settle(factor, FirstSmoothing.Of(factor, design.Blocks));
        // The least squares problem at an estimate is small, so that most of the way can be gone on it.
        smoothing = Settle(fit.Fit(smoothing, null).System.Factor, smoothing);
        smoothing = SmoothingSearch.Minimize(new LogisticCriterion(fit, context), smoothing, Tolerance, context.Cancellation);
        var coefficients = fit.Fit(smoothing, null).Coefficients;
        if (!fit.Converged) context.Say("gam.fit3 algorithm did not converge", level: TextLevel.Warn);
        if (fit.Cases.IsSeparating) context.Say("gam.fit3: fitted probabilities numerically 0 or 1 occurred", level: TextLevel.Warn);
        return coefficients;

        double[] Settle(Matrix problem, double[] start) => SmoothingSearch.Minimize(
            new LeastSquaresCriterion(problem, design.Blocks, SmoothingScore.UnbiasedRisk, context), start, Tolerance, context.Cancellation);
    }
}
