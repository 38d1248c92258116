using Rtemis.Learning.Data;
using Rtemis.Learning.Preprocessing;
using Rtemis.Learning.Running;

namespace Rtemis.Learning.Supervised.Mars;

/// <summary>
/// Multivariate adaptive regression splines: sums and products of hinge functions, whose knots are searched for among the cases. Of classes, a logistic
/// regression on the chosen terms makes probabilities. Source: J. H. Friedman, "Multivariate Adaptive Regression Splines", Annals of Statistics 19(1), 1991,
/// and "Fast MARS", Stanford University technical report 110, 1993; the numbers are those of the R package earth.
/// </summary>
/// <param name="parameters">The hyperparameters.</param>
public sealed class MarsLearner(MarsParameters parameters) : ISupervisedLearner
{
    /// <inheritdoc/>
    public string Algorithm => "MARS";

    /// <inheritdoc/>
    public bool AllowsMissing => false;

    /// <inheritdoc/>
    public bool SupportsMulticlass => true;

    /// <inheritdoc/>
    public ISupervisedModel Fit(SupervisedData data, RunContext context)
    {
        MarsOptions.Check(parameters, data);
        var encoding = OneHotEncoding.Learn(data.Features, context);
        var sample = MarsSample.Of(encoding.Encode(data.Features, context), Responses(data), data.Weights);
        var pruned = PrunedTerms.Of(parameters, sample, parameters.Pruning, context);
        var (terms, size) = Select(pruned, sample, context);
        var logistic = data.Task == TaskType.Classification;
        var values = TermMatrix.Of(terms, sample.Columns, context.Work);
        var coefficients = logistic
            ? TermLogit.Fit(values, sample.Responses, data.Weights, context)
            : [TermRegression.Coefficients(values, sample, context)];
        return new MarsModel(encoding, terms, coefficients, logistic, TermImportance.Of(encoding.Names, pruned, size));
    }

    (MarsTerm[] Terms, int Size) Select(PrunedTerms pruned, MarsSample sample, RunContext context)
    {
        // The draws take their numbers from the stream whether they are used or not.
        var folds = Math.Min(parameters.Folds, sample.Rows);
        var draws = folds < 2 ? [] : Enumerable.Range(0, parameters.Repeats)
            .Select(_ => FoldDraws.Draw(sample.Responses, folds, parameters.Stratify, context.Random)).ToList();
        switch (parameters.Pruning)
        {
            case "none":
                var kept = Math.Min(parameters.MostKept ?? pruned.All.Length, pruned.All.Length);
                return (pruned.All[..kept], kept);
            case "cv":
                var size = new CrossValidatedSize(parameters, sample, context).Choose(draws, pruned.All.Length);
                return (pruned.Select(size), size);
            default:
                var best = pruned.BestSize(parameters.MostKept);
                return (pruned.Select(best), best);
        }
    }

    // Of two classes, the second one counts as 1; more have a response each.
    static double[][] Responses(SupervisedData data)
    {
        if (data.Classes.Count < 3) return [OutcomeNumbers.Of(data)];
        var codes = data.ClassCodes.ToArray();
        return [.. Enumerable.Range(0, data.Classes.Count).Select(k => Array.ConvertAll(codes, code => code == k ? 1.0 : 0))];
    }
}
