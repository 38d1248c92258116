namespace Rtemis.Learning.Supervised.Boosting.Objectives;

/// <summary>
/// The negative log-likelihood of a Tweedie distribution, whose mean is the exponential of the sum. Source: B. Jørgensen, "Exponential Dispersion Models", 1987.
/// </summary>
/// <param name="power">The power of the mean that the variance is, from 1 to below 2.</param>
readonly struct TweedieLoss(double power) : IPointLoss
{
    const double LeastMean = 1e-10;

    /// <inheritdoc/>
    public string Name => "tweedie";

    /// <inheritdoc/>
    public LinkFunction Link => new(OutputLink.Exponential);

    /// <inheritdoc/>
    public (float First, float Second) Derive(double sum, float label, float weight)
    {
        var (one, two) = (Math.Exp((1 - power) * sum), Math.Exp((2 - power) * sum));
        return ((float)((-label * one + two) * weight), (float)((-label * (1 - power) * one + (2 - power) * two) * weight));
    }

    /// <inheritdoc/>
    public double Loss(double prediction, float label)
    {
        var log = Math.Log(Math.Max(LeastMean, prediction));
        return -label * Math.Exp((1 - power) * log) / (1 - power) + Math.Exp((2 - power) * log) / (2 - power);
    }
}
