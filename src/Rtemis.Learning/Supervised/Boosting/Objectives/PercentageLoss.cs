namespace Rtemis.Learning.Supervised.Boosting.Objectives;

/// <summary>The absolute difference as a share of the label; labels below 1 count as 1.</summary>
readonly struct PercentageLoss : IPointLoss
{
    /// <inheritdoc/>
    public string Name => "mape";

    /// <inheritdoc/>
    public LinkFunction Link => new(OutputLink.Identity);

    /// <summary>What a case counts for.</summary>
    public static float Share(float label, float weight) => 1 / Math.Max(1, Math.Abs(label)) * weight;

    /// <inheritdoc/>
    public (float First, float Second) Derive(double sum, float label, float weight) => (Math.Sign(sum - label) * Share(label, weight), weight);

    /// <inheritdoc/>
    public double Loss(double prediction, float label) => Math.Abs(label - prediction) / Math.Max(1, Math.Abs(label));
}
