namespace Rtemis.Learning.Supervised.Boosting.Objectives;

/// <summary>The negative log-likelihood of Poisson's distribution, whose mean is the exponential of the sum.</summary>
/// <param name="maxDeltaStep">Enlarges the second derivative by its exponential, against steps too large.</param>
readonly struct PoissonLoss(double maxDeltaStep) : IPointLoss
{
    const double LeastMean = 1e-10;

    readonly double _factor = Math.Exp(maxDeltaStep);

    /// <inheritdoc/>
    public string Name => "poisson";

    /// <inheritdoc/>
    public LinkFunction Link => new(OutputLink.Exponential);

    /// <inheritdoc/>
    public (float First, float Second) Derive(double sum, float label, float weight)
    {
        var mean = Math.Exp(sum);
        return ((float)((mean - label) * weight), (float)(mean * _factor * weight));
    }

    /// <inheritdoc/>
    public double Loss(double prediction, float label)
    {
        var mean = Math.Max(LeastMean, prediction);
        return mean - label * Math.Log(mean);
    }
}
