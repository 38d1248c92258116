namespace Rtemis.Learning.Supervised.Gam;

/// <summary>A score of a fit from its deviance D and effective degrees of freedom t, with its derivatives.</summary>
/// <param name="Value">The score, up to a constant.</param>
/// <param name="ByDeviance">Its derivative by D.</param>
/// <param name="ByFreedom">Its derivative by t.</param>
/// <param name="ByDevianceTwice">Its second derivative by D.</param>
/// <param name="ByFreedomTwice">Its second derivative by t.</param>
readonly record struct SmoothingScore(double Value, double ByDeviance, double ByFreedom, double ByDevianceTwice, double ByFreedomTwice)
{
    /// <summary>
    /// n times the logarithm of the generalized cross-validation score n D / (n - t)^2. Source: P. Craven and G. Wahba, "Smoothing noisy data with
    /// spline functions", Numerische Mathematik 31, 1979.
    /// </summary>
    public static SmoothingScore CrossValidation(double deviance, double freedom, int cases)
    {
        var rest = cases - freedom;
        return rest > 0
            ? new(cases * (Math.Log(deviance) - 2 * Math.Log(rest)), cases / deviance, 2 * cases / rest, -cases / (deviance * deviance), 2 * cases / (rest * rest))
            : new(double.PositiveInfinity, 0, 0, 0, 0);
    }

    /// <summary>
    /// n times the unbiased risk estimate D / n + 2 t / n - 1 for a scale of 1. Source: the same.
    /// </summary>
    public static SmoothingScore UnbiasedRisk(double deviance, double freedom) => new(deviance + 2 * freedom, 1, 2, 0, 0);
}
