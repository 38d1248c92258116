using Rtemis.Learning.Data;
using Rtemis.Learning.Running;

namespace Rtemis.Learning.Supervised.Nnls;

/// <summary>
/// Least squares with coefficients of at least 0 and no intercept; of two classes, the second counts as 1. Source: C. L. Lawson and R. J. Hanson,
/// "Solving Least Squares Problems", 1974, chapter 23.
/// </summary>
/// <param name="parameters">The hyperparameters.</param>
public sealed class NnlsLearner(NnlsParameters parameters) : ISupervisedLearner
{
    /// <inheritdoc/>
    public string Algorithm => "NNLS";

    /// <inheritdoc/>
    public bool AllowsMissing => false;

    /// <inheritdoc/>
    public bool SupportsMulticlass => false;

    /// <inheritdoc/>
    public ISupervisedModel Fit(SupervisedData data, RunContext context)
    {
        var other = data.Features.Where(f => !NumericColumn.IsNumeric(f)).Select(f => f.Name).ToList();
        if (other.Count > 0)
            throw new LearningException("rtemis_data_error", $"NNLS requires numeric predictors; these are not: {string.Join(", ", other)}.");
        double[]? roots = data.Weights is { } weights ? Array.ConvertAll(weights.ToArray(), Math.Sqrt) : null;
        var coefficients = NonNegativeLeastSquares.Solve(new NumericDesign(data.Features), OutcomeNumbers.Of(data), roots, context);
        if (parameters.Normalize && coefficients.Sum() is var sum and > 0) coefficients = Array.ConvertAll(coefficients, c => c / sum);
        return new NnlsModel([.. data.Features.Select(f => f.Name)], coefficients, data.Task == TaskType.Classification);
    }
}
