namespace Rtemis.Learning.Supervised.Glmnet;

/// <summary>A kind of outcome, with the coefficients of the last λ, from which the next one starts.</summary>
interface IElasticNetFamily
{
    /// <summary>What a λ of the outcome's own scale is divided by before it is used.</summary>
    double Unit { get; }

    /// <summary>The least λ, on the scale of <see cref="Solve"/>, at which all penalized coefficients are 0; for the coefficients at hand.</summary>
    double LargestLambda { get; }

    /// <summary>The share of the null model's deviance that the coefficients explain.</summary>
    double Explained { get; }

    /// <summary>Whether the gain from one λ to the next is judged relative to what is explained.</summary>
    bool JudgesGainRelatively { get; }

    /// <summary>Whether a smaller λ can't be solved for, since the fitted probabilities are 0 and 1.</summary>
    bool IsAtEnd { get; }

    /// <summary>Finds the coefficients at a λ.</summary>
    /// <param name="lambda">The strength of the penalty.</param>
    /// <param name="previous">The λ before, for screening; 0 where there was none.</param>
    /// <returns>False where it took too many passes.</returns>
    bool Solve(double lambda, double previous);

    /// <summary>Intercepts and coefficients for the columns as they were, one of each but for several classes.</summary>
    LinearPredictor[] Predictors();
}
