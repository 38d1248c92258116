namespace Rtemis.Learning.Supervised.Boosting.Objectives;

/// <summary>The absolute difference.</summary>
readonly struct AbsoluteLoss : IPointLoss
{
    /// <inheritdoc/>
    public string Name => "regression_l1";

    /// <inheritdoc/>
    public LinkFunction Link => new(OutputLink.Identity);

    /// <inheritdoc/>
    public (float First, float Second) Derive(double sum, float label, float weight) => (Math.Sign(sum - label) * weight, weight);

    /// <inheritdoc/>
    public double Loss(double prediction, float label) => Math.Abs(prediction - label);
}
