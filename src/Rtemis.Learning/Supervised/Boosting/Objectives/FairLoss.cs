namespace Rtemis.Learning.Supervised.Boosting.Objectives;

/// <summary>Fair's loss: ever less than the absolute difference. Source: R. C. Fair, "On the Robust Estimation of Econometric Models", 1974.</summary>
/// <param name="c">Its scale.</param>
readonly struct FairLoss(double c) : IPointLoss
{
    /// <inheritdoc/>
    public string Name => "fair";

    /// <inheritdoc/>
    public LinkFunction Link => new(OutputLink.Identity);

    /// <inheritdoc/>
    public (float First, float Second) Derive(double sum, float label, float weight)
    {
        var difference = sum - label;
        var scale = Math.Abs(difference) + c;
        return ((float)(c * difference / scale * weight), (float)(c * c / (scale * scale) * weight));
    }

    /// <inheritdoc/>
    public double Loss(double prediction, float label)
    {
        var difference = Math.Abs(prediction - label);
        return c * difference - c * c * Math.Log(1 + difference / c);
    }
}
