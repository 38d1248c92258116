namespace Rtemis.Learning.Supervised.Gam;

/// <summary>A score of a fit from its deviance D and effective degrees of freedom t, with its derivatives.</summary>
/// <param name="Value">The score, or what grows along with it.</param>
/// <param name="ByDeviance">Its derivative by D.</param>
/// <param name="ByFreedom">Its derivative by t.</param>
/// <param name="ByBoth">Its derivative by D and t.</param>
/// <param name="ByFreedomTwice">Its second derivative by t; that by D is 0.</param>
readonly record struct SmoothingScore(double Value, double ByDeviance, double ByFreedom, double ByBoth, double ByFreedomTwice)
{
    /// <summary>
    /// The generalized cross-validation score V = n D / (n - t)^2. The value is n log V, the derivatives are V's in units of V / n, so that all are of the
    /// size of a deviance. Source: P. Craven and G. Wahba, "Smoothing noisy data with spline functions", Numerische Mathematik 31, 1979.
    /// </summary>
    public static SmoothingScore CrossValidation(double deviance, double freedom, int cases)
    {
        var rest = cases - freedom;
        return rest > 0
            ? new(cases * (Math.Log(deviance) - 2 * Math.Log(rest)), cases / deviance, 2 * cases / rest, 2 * cases / (rest * deviance), 6 * cases / (rest * rest))
            : new(double.PositiveInfinity, 0, 0, 0, 0);
    }

    /// <summary>n times the unbiased risk estimate D / n + 2 t / n - 1 for a scale of 1, but for the constant. Source: the same.</summary>
    public static SmoothingScore UnbiasedRisk(double deviance, double freedom) => new(deviance + 2 * freedom, 1, 2, 0, 0);
}
