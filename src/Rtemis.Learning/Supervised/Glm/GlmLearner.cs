using Rtemis.Data;
using Rtemis.Learning.Data;
using Rtemis.Learning.Numerics;
using Rtemis.Learning.Running;

namespace Rtemis.Learning.Supervised.Glm;

/// <summary>
/// Linear regression for numbers and logistic regression for two classes, with the numbers of R's <c>glm</c>. A feature named
/// <c>weights</c> is taken for the case weights, see <see cref="NamedWeights"/>.
/// </summary>
public sealed class GlmLearner : ISupervisedLearner
{
    // The triangular factor grows with the square of the columns: more of them fill the memory of an ordinary machine.
    const int MostColumns = 5000;

    /// <summary>Makes the learner.</summary>
    /// <param name="parameters">The hyperparameters; none of them is left for the learner itself.</param>
    public GlmLearner(GlmParameters parameters) => ArgumentNullException.ThrowIfNull(parameters);

    /// <inheritdoc/>
    public string Algorithm => "GLM";

    /// <inheritdoc/>
    public bool AllowsMissing => false;

    /// <inheritdoc/>
    public bool SupportsMulticlass => false;

    /// <inheritdoc/>
    public ISupervisedModel Fit(SupervisedData data, RunContext context)
    {
        var terms = data.Features.Select(DesignTerm.Learn).ToArray();
        var design = new DesignMatrix(terms, data.Features, data.Rows);
        if (design.Columns > MostColumns) throw TooWide(data, design.Columns);
        var weights = NamedWeights.Of(data)?.ToArray();
        var logistic = data.Task == TaskType.Classification;
        var solution = logistic ? FitLogistic(data, design, weights, context) : FitLinear(data, design, weights, context);
        if (solution.Rank < design.Columns) context.Say("prediction from a rank-deficient fit may be misleading", level: TextLevel.Warn);
        return new GlmModel(terms, solution.Coefficients, logistic);
    }

    // Mostly it is a name or an id that was taken for a feature.
    static LearningException TooWide(SupervisedData data, int columns)
    {
        var widest = data.Features.OfType<FactorColumn>().MaxBy(f => f.Levels.Count);
        var hint = widest is null ? "" : $" Feature '{widest.Name}' alone has {widest.Levels.Count} levels.";
        return new LearningException("rtemis_data_error", $"GLM would need {columns} coefficients; at most {MostColumns} can be fitted.{hint}");
    }

    static LinearSolution FitLinear(SupervisedData data, DesignMatrix design, double[]? weights, RunContext context)
    {
        var outcome = data.Numbers;
        foreach (var value in outcome.Span)
            if (!double.IsFinite(value)) throw new LearningException("simpleError", "NA/NaN/Inf in 'y'");
        return weights is null
            ? LeastSquares.Solve(design, outcome, null, context)
            : LeastSquares.Solve(design, outcome, Array.ConvertAll(weights, Math.Sqrt), context);
    }

    static LinearSolution FitLogistic(SupervisedData data, DesignMatrix design, double[]? weights, RunContext context)
    {
        if (weights is null)
        {
            weights = new double[data.Rows];
            Array.Fill(weights, 1);
        }
        var fit = new LogisticFit(design, OutcomeNumbers.Of(data), weights, context);
        var solution = fit.Run();
        if (!fit.Converged) context.Say("glm.fit: algorithm did not converge", level: TextLevel.Warn);
        if (fit.IsSeparating) context.Say("glm.fit: fitted probabilities numerically 0 or 1 occurred", level: TextLevel.Warn);
        return solution;
    }
}
