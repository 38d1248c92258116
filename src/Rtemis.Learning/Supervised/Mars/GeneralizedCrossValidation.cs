namespace Rtemis.Learning.Supervised.Mars;

/// <summary>
/// The mean squared error, made larger by the number of parameters that a model spends. Source: Friedman 1991, equation 30, with half a knot a term as in earth.
/// </summary>
static class GeneralizedCrossValidation
{
    /// <summary>The criterion; infinite where there are as many parameters as cases.</summary>
    /// <param name="rss">The residual sum of squares.</param>
    /// <param name="terms">The terms, intercept included.</param>
    /// <param name="cases">The cases.</param>
    /// <param name="penalty">The price of a knot; -1 makes terms and knots free.</param>
    public static double Of(double rss, int terms, int cases, double penalty)
    {
        var spent = penalty < 0 ? 0 : (terms + penalty * ((terms - 1) / 2.0)) / cases;
        return spent >= 1 ? double.PositiveInfinity : rss / (cases * ((1 - spent) * (1 - spent)));
    }
}
