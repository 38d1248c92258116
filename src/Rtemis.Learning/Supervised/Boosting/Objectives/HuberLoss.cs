namespace Rtemis.Learning.Supervised.Boosting.Objectives;

/// <summary>The squared difference near the label, the absolute one farther off. Source: P. J. Huber, "Robust Estimation of a Location Parameter", 1964.</summary>
/// <param name="alpha">The difference from which on it is linear.</param>
readonly struct HuberLoss(double alpha) : IPointLoss
{
    /// <inheritdoc/>
    public string Name => "huber";

    /// <inheritdoc/>
    public LinkFunction Link => new(OutputLink.Identity);

    /// <inheritdoc/>
    public (float First, float Second) Derive(double sum, float label, float weight)
    {
        var difference = sum - label;
        return (Math.Abs(difference) <= alpha ? (float)(difference * weight) : (float)(Math.Sign(difference) * weight * alpha), weight);
    }

    /// <inheritdoc/>
    public double Loss(double prediction, float label)
    {
        var difference = Math.Abs(prediction - label);
        return difference <= alpha ? 0.5 * difference * difference : alpha * (difference - 0.5 * alpha);
    }
}
