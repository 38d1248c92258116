namespace Rtemis.Learning.Supervised.Glmnet;

/// <summary>How far fitted probabilities go, and what counts as a change, with glmnet's limits.</summary>
/// <param name="nullDeviance">The deviance without coefficients, per unit of weight.</param>
sealed class LikelihoodBounds(double nullDeviance)
{
    /// <summary>The least probability.</summary>
    public const double LeastProbability = 1e-9;

    /// <summary>The largest predictor, on the scale of a linear one, that an exponential is taken of.</summary>
    public const double MostExponent = 250;

    /// <summary>The sum of the quadratic's weights at which nothing more can be learned.</summary>
    public const double LeastTotal = (1 + LeastProbability) * LeastProbability * (1 - LeastProbability);

    /// <summary>The change of the deviance below which a step doesn't count.</summary>
    public double Threshold { get; } = 1e-7 * nullDeviance;

    /// <summary>The share of the null deviance that is explained.</summary>
    public double Explained(double deviance) => (nullDeviance - deviance) / nullDeviance;

    /// <exception cref="LearningException">Hardly any weight is on a class.</exception>
    public static void CheckShare(double share, int number)
    {
        if (share <= LeastProbability) throw new LearningException("simpleError", $"Null probability for class {number} < 1.0e-5");
    }
}
