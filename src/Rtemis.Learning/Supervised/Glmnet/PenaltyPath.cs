namespace Rtemis.Learning.Supervised.Glmnet;

/// <summary>Coefficients along falling λ.</summary>
/// <param name="Lambdas">The λ, falling.</param>
/// <param name="Predictors">What was found at each: one predictor, or one a class.</param>
sealed record PenaltyPath(double[] Lambdas, LinearPredictor[][] Predictors)
{
    // Where the path begins: all penalized coefficients are 0.
    const double Infinite = 9.9e35;
    const int LeastLength = 5;
    const double LeastGain = 1e-5;
    const double MostExplained = 0.999;
    const double LeastRatioManyCases = 1e-4;
    const double LeastRatioFewCases = 0.01;

    /// <summary>Solves for a single λ.</summary>
    /// <exception cref="LearningException">It took too many passes.</exception>
    public static LinearPredictor[] Single(IElasticNetFamily family, double lambda) =>
        family.Solve(lambda / family.Unit, 0) ? family.Predictors() : throw NotSettled();

    /// <summary>Solves for λ that fall from the least at which there are no coefficients, until smaller ones explain hardly more.</summary>
    /// <param name="family">The kind of outcome, with the data.</param>
    /// <param name="count">The most λ.</param>
    /// <param name="manyCases">Whether there are at least as many cases as columns.</param>
    /// <exception cref="LearningException">It took too many passes.</exception>
    public static PenaltyPath Fall(IElasticNetFamily family, int count, bool manyCases)
    {
        var factor = Math.Pow(manyCases ? LeastRatioManyCases : LeastRatioFewCases, 1.0 / (count - 1));
        var lambdas = new List<double>();
        var predictors = new List<LinearPredictor[]>();
        double lambda = 0, explained = 0;
        for (var m = 0; m < count && !family.IsAtEnd; m++)
        {
            var previous = m == 1 ? family.LargestLambda : lambda;
            lambda = m == 0 ? Infinite : previous * factor;
            if (!family.Solve(lambda, previous)) break;
            lambdas.Add(lambda * family.Unit);
            predictors.Add(family.Predictors());
            var before = explained;
            explained = family.Explained;
            var least = family.JudgesGainRelatively ? LeastGain * explained : LeastGain;
            if (m + 1 >= LeastLength && (explained - before < least || explained > MostExplained)) break;
        }
        if (lambdas.Count == 0) throw NotSettled();
        // The first is told as the sequence has it.
        if (lambdas.Count > 2) lambdas[0] = Math.Exp(2 * Math.Log(lambdas[1]) - Math.Log(lambdas[2]));
        return new PenaltyPath([.. lambdas], [.. predictors]);
    }

    /// <summary>The predictors at any λ, between those that were solved for by interpolation.</summary>
    public LinearPredictor[] At(double lambda)
    {
        if (Lambdas.Length == 1 || lambda >= Lambdas[0]) return Predictors[0];
        if (lambda <= Lambdas[^1]) return Predictors[^1];
        var right = Array.FindIndex(Lambdas, l => l <= lambda);
        if (Lambdas[right] == lambda) return Predictors[right];
        var share = (lambda - Lambdas[right]) / (Lambdas[right - 1] - Lambdas[right]);
        return [.. Predictors[right - 1].Zip(Predictors[right], (left, other) => left.Mix(other, share))];
    }

    static LearningException NotSettled() => new(
        "simpleError",
        $"Convergence for 1th lambda value not reached after maxit={CoordinateDescent.MostPasses} iterations; solutions for larger lambdas returned");
}
