namespace Rtemis.Learning.Supervised.Glmnet;

/// <summary>An intercept and a coefficient for each column.</summary>
sealed record LinearPredictor(double Intercept, double[] Coefficients)
{
    /// <summary>The predictor on the way from <paramref name="other"/> (share 0) to this one (share 1).</summary>
    public LinearPredictor Mix(LinearPredictor other, double share)
    {
        var mixed = new double[Coefficients.Length];
        for (var c = 0; c < mixed.Length; c++) mixed[c] = share * Coefficients[c] + (1 - share) * other.Coefficients[c];
        return new LinearPredictor(share * Intercept + (1 - share) * other.Intercept, mixed);
    }
}
