namespace Rtemis.Learning.Supervised.Boosting.Objectives;

/// <summary>The squared difference.</summary>
/// <param name="squareRoot">Whether labels are square roots of what is predicted.</param>
readonly struct SquaredLoss(bool squareRoot) : IPointLoss
{
    /// <inheritdoc/>
    public string Name => "regression";

    /// <inheritdoc/>
    public LinkFunction Link => new(squareRoot ? OutputLink.SignedSquare : OutputLink.Identity);

    /// <inheritdoc/>
    public (float First, float Second) Derive(double sum, float label, float weight) => ((float)(sum - label) * weight, weight);

    /// <inheritdoc/>
    public double Loss(double prediction, float label) => (prediction - label) * (prediction - label);
}
