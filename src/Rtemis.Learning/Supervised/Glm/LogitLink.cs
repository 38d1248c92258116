namespace Rtemis.Learning.Supervised.Glm;

/// <summary>
/// The logit link and its inverse with the guards of R's <c>binomial()</c>: beyond 30 in size the exponential is taken for the machine's epsilon or its
/// reciprocal, so that a probability is never 0 or 1.
/// </summary>
static class LogitLink
{
    const double Limit = 30;
    const double Epsilon = 2.220446049250313e-16;

    public static double Link(double probability) => Math.Log(probability / (1 - probability));

    public static double Inverse(double eta)
    {
        var exponential = eta < -Limit ? Epsilon : eta > Limit ? 1 / Epsilon : Math.Exp(eta);
        return exponential / (1 + exponential);
    }

    /// <summary>The derivative of the inverse.</summary>
    public static double Slope(double eta)
    {
        if (Math.Abs(eta) > Limit) return Epsilon;
        var above = 1 + Math.Exp(eta);
        return Math.Exp(eta) / (above * above);
    }

    /// <summary>A case's share of the binomial deviance, for an outcome of 0 or 1.</summary>
    public static double Deviance(bool positive, double probability) => -2 * Math.Log(positive ? probability : 1 - probability);
}
