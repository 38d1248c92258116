namespace Rtemis.Learning.Supervised.Boosting.Objectives;

/// <summary>The logistic loss of two classes, 1 being the positive one.</summary>
/// <param name="slope">What the sum is multiplied by to give the log-odds.</param>
readonly struct BinaryLoss(double slope) : IPointLoss
{
    const double Least = 1e-15f;

    /// <inheritdoc/>
    public string Name => "binary";

    /// <inheritdoc/>
    public LinkFunction Link => new(OutputLink.Logistic, slope);

    /// <inheritdoc/>
    public (float First, float Second) Derive(double sum, float label, float weight)
    {
        var sign = label > 0 ? 1 : -1;
        var response = -sign * slope / (1 + Math.Exp(sign * slope * sum));
        var size = Math.Abs(response);
        return ((float)(response * weight), (float)(size * (slope - size) * weight));
    }

    /// <inheritdoc/>
    public double Loss(double prediction, float label) => -Math.Log(Math.Max(Least, label > 0 ? prediction : 1 - prediction));
}
