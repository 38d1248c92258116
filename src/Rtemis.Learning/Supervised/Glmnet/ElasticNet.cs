using Rtemis.Learning.Running;

namespace Rtemis.Learning.Supervised.Glmnet;

/// <summary>Fits elastic nets to cases, with one set of options.</summary>
/// <param name="penalty">The penalty.</param>
/// <param name="options">The other options.</param>
sealed class ElasticNet(ElasticNetPenalty penalty, GlmnetParameters options)
{
    /// <summary>The predictors at a λ, one or one a class.</summary>
    /// <exception cref="LearningException">The data don't allow it.</exception>
    public LinearPredictor[] Fit(ElasticNetData data, double lambda, RunContext context) => PenaltyPath.Single(Family(data, context), lambda);

    /// <summary>The predictors along a path of λ.</summary>
    /// <exception cref="LearningException">The data don't allow it.</exception>
    public PenaltyPath FitPath(ElasticNetData data, RunContext context) =>
        PenaltyPath.Fall(Family(data, context), options.LambdaCount, data.Rows >= data.Columns.Length);

    IElasticNetFamily Family(ElasticNetData data, RunContext context)
    {
        if (data.Classes == 0) return new GaussianFamily(data, penalty, options, context);
        var counts = new int[data.Classes];
        foreach (var code in data.Outcome) counts[(int)code]++;
        if (counts.Min() <= 1) throw new LearningException("simpleError", "one multinomial or binomial class has 1 or 0 observations; not allowed");
        // A case without weight counts for nothing, not even for whether a column varies.
        if (data.Weights.Contains(0)) data = data.Select([.. Enumerable.Range(0, data.Rows).Where(i => data.Weights[i] > 0)], context.Cancellation);
        return data.Classes == 2 ? new BinomialFamily(data, penalty, options, context) : new MultinomialFamily(data, penalty, options, context);
    }
}
