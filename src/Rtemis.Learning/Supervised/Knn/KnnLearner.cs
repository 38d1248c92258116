using Rtemis.Learning.Data;
using Rtemis.Learning.Preprocessing;
using Rtemis.Learning.Running;

namespace Rtemis.Learning.Supervised.Knn;

/// <summary>
/// Weighted k nearest neighbours. Learning keeps the cases; the work is done in prediction. Source: K. Hechenbichler and K. Schliep, "Weighted
/// k-Nearest-Neighbor Techniques and Ordinal Classification", 2004; the numbers are those of the R package kknn.
/// </summary>
/// <param name="parameters">The hyperparameters.</param>
public sealed class KnnLearner(KnnParameters parameters) : ISupervisedLearner
{
    /// <inheritdoc/>
    public string Algorithm => "KNN";

    /// <inheritdoc/>
    public bool AllowsMissing => false;

    /// <inheritdoc/>
    public bool SupportsMulticlass => true;

    /// <inheritdoc/>
    public ISupervisedModel Fit(SupervisedData data, RunContext context)
    {
        if (parameters.Ifw)
        {
            throw new LearningException("rtemis_unsupported_error",
                "Inverse Frequency Weighting is not supported by kknn, which takes no case weights. Set `ifw = FALSE` in the hyperparameters.");
        }
        if (data.Weights is not null)
        {
            throw new LearningException("rtemis_unsupported_error",
                "Case weights are not supported by kknn. Set `ifw = FALSE` in the hyperparameters and do not pass `weights`.");
        }
        if (parameters.K >= data.Rows)
        {
            throw new LearningException("rtemis_value_error",
                $"`k` must be less than the number of training cases ({data.Rows}); got {parameters.K}.");
        }
        return KnnModel.Of(parameters, OneHotEncoding.Learn(data.Features, context), data, context);
    }
}
