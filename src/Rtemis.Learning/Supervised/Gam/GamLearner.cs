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
        var roots = weights is null ? default(ReadOnlyMemory<double>?) : Array.ConvertAll(weights, Math.Sqrt);
        var design = GamDesign.Of(data, parameters.K, roots, context);
        var coefficients = data.Task == TaskType.Classification
            ? FitLogistic(data, design, weights, context)
            : FitLinear(data, design, roots, context);
        return design.Model(coefficients, context);
    }

    static double[] FitLinear(SupervisedData data, GamDesign design, ReadOnlyMemory<double>? roots, RunContext context)
    {
        var factor = LeastSquares.ReduceWhole(design.Columns, data.Numbers, roots, context);
        // As in R, a case without weight is no case here; it is one for two classes.
        var cases = roots is { } all ? all.Span.Length - all.Span.Count(0.0) : data.Rows;
        // The first column is the intercept's, so that this is about the mean.
        var least = Rounding * TensorPrimitives.SumOfSquares<double>(factor.Column(factor.Columns - 1)[1..]);
        var criterion = new LeastSquaresCriterion(
            factor, design.Blocks, (deviance, freedom) => SmoothingScore.CrossValidation(deviance + least, freedom, cases), context);
        var smoothing = new SmoothingSearch(criterion, SaddleRule.Downhill, Tolerance, context.Cancellation).Minimize(design.FirstSmoothing(factor));
        return new PenalizedSystem(factor, design.Blocks, smoothing, context.Cancellation).Coefficients;
    }

    static double[] FitLogistic(SupervisedData data, GamDesign design, double[]? weights, RunContext context)
    {
        if (weights is null)
        {
            weights = new double[data.Rows];
            Array.Fill(weights, 1);
        }
        var fit = new PenalizedLogistic(design.Columns, design.Blocks, OutcomeNumbers.Of(data), weights, context);
        var start = design.FirstSmoothing(fit.StartFactor());
        var smoothing = new SmoothingSearch(new LogisticCriterion(fit, context), SaddleRule.Turn, Tolerance, context.Cancellation).Minimize(start);
        var coefficients = fit.Fit(smoothing, null).Coefficients;
        if (!fit.Converged) context.Say("gam.fit3 algorithm did not converge", level: TextLevel.Warn);
        if (fit.Cases.IsSeparating) context.Say("gam.fit3: fitted probabilities numerically 0 or 1 occurred", level: TextLevel.Warn);
        return coefficients;
    }
}
