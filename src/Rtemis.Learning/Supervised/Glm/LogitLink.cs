namespace Rtemis.Learning.Supervised.Glm;

/// <summary>The logit link with the guards of R's <c>binomial()</c>, which keep probabilities off 0 and 1.</summary>
static class LogitLink
{
    /// <summary>The least probability: the step from 1 to the next number.</summary>
    public const double Epsilon = 2.220446049250313e-16;

    const double Limit = 30;

    /// <summary>The probability of a linear predictor.</summary>
    public static double Inverse(double predictor)
    {
        var odds = predictor < -Limit ? Epsilon : predictor > Limit ? 1 / Epsilon : Math.Exp(predictor);
        return odds / (1 + odds);
    }

    /// <summary>The probability's derivative by the linear predictor.</summary>
    public static double Slope(double predictor)
    {
        if (predictor is > Limit or < -Limit) return Epsilon;
        var odds = Math.Exp(predictor);
        return odds / ((1 + odds) * (1 + odds));
    }
}
