namespace Rtemis.Learning.Supervised.Boosting.Objectives;

/// <summary>The absolute difference, weighed by its sign. Source: R. Koenker and G. Bassett, "Regression Quantiles", 1978.</summary>
/// <param name="alpha">The share of cases below the prediction, between 0 and 1.</param>
readonly struct QuantileLoss(float alpha) : IPointLoss
{
    /// <inheritdoc/>
    public string Name => "quantile";

    /// <inheritdoc/>
    public LinkFunction Link => new(OutputLink.Identity);

    /// <inheritdoc/>
    public (float First, float Second) Derive(double sum, float label, float weight) => (((float)(sum - label) >= 0 ? 1 - alpha : -alpha) * weight, weight);

    /// <inheritdoc/>
    public double Loss(double prediction, float label)
    {
        var difference = label - prediction;
        return difference < 0 ? (alpha - 1) * difference : alpha * difference;
    }
}
