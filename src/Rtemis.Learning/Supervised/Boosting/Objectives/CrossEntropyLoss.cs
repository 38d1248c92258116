namespace Rtemis.Learning.Supervised.Boosting.Objectives;

/// <summary>The cross-entropy of a share between 0 and 1, whose log-odds are the sum.</summary>
readonly struct CrossEntropyLoss : IPointLoss
{
    const double Least = 1e-12;
    const double Far = -37;

    /// <inheritdoc/>
    public string Name => "cross_entropy";

    /// <inheritdoc/>
    public LinkFunction Link => new(OutputLink.Logistic);

    /// <inheritdoc/>
    public (float First, float Second) Derive(double sum, float label, float weight)
    {
        // Far below zero the exponential of the negative sum overflows.
        if (sum <= Far) return ((float)((Math.Exp(sum) - label) * weight), (float)(Math.Exp(sum) * weight));
        var odds = Math.Exp(-sum);
        return ((float)((1 - label - label * odds) / (1 + odds) * weight), (float)(odds / ((1 + odds) * (1 + odds)) * weight));
    }

    /// <inheritdoc/>
    public double Loss(double prediction, float label) => -label * Math.Log(Math.Max(Least, prediction)) - (1 - label) * Math.Log(Math.Max(Least, 1 - prediction));
}
