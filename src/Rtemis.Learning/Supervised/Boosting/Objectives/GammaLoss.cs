namespace Rtemis.Learning.Supervised.Boosting.Objectives;

/// <summary>The negative log-likelihood of the gamma distribution, whose mean is the exponential of the sum.</summary>
readonly struct GammaLoss : IPointLoss
{
    /// <inheritdoc/>
    public string Name => "gamma";

    /// <inheritdoc/>
    public LinkFunction Link => new(OutputLink.Exponential);

    /// <inheritdoc/>
    public (float First, float Second) Derive(double sum, float label, float weight)
    {
        var ratio = label * Math.Exp(-sum);
        return ((float)((1 - ratio) * weight), (float)(ratio * weight));
    }

    /// <inheritdoc/>
    public double Loss(double prediction, float label) => label / prediction + Math.Log(prediction);
}
