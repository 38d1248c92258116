using Rtemis.Learning.Data;
using Rtemis.Learning.Running;

namespace Rtemis.Learning.Supervised.Mars;

/// <summary>
/// Chooses the number of terms that predicts best for cases held out: in each fold, terms are added and pruned anew, and the best subset of each size is judged by
/// its R squared. Source: S. Milborrow, "Notes on the earth package", section on cross-validation.
/// </summary>
/// <param name="parameters">The hyperparameters.</param>
/// <param name="sample">All cases, with one response.</param>
/// <param name="context">The run.</param>
sealed class CrossValidatedSize(MarsParameters parameters, MarsSample sample, RunContext context)
{
    // What earth takes for 0.
    const double LeastRsq = 1e-5;

    /// <summary>The size with the largest mean R squared, the smallest of several.</summary>
    /// <param name="draws">The folds of each case, drawn one or more times.</param>
    /// <param name="terms">The terms of the model of all cases: the most that can be chosen.</param>
    public int Choose(IReadOnlyList<int[]> draws, int terms)
    {
        var rsq = draws.SelectMany(draw => Enumerable.Range(0, draw.Max() + 1).Select(fold => OfFold(draw, fold, terms))).ToArray();
        var (best, most) = (1, double.NegativeInfinity);
        for (var size = 1; size <= Math.Min(terms, parameters.MostKept ?? terms); size++)
        {
            // A size that most folds don't reach is out.
            double[] present = [.. rsq.Select(r => r[size - 1]).Where(r => !double.IsNaN(r))];
            if (rsq.Length - present.Length > rsq.Length / 2.0 || present.Length == 0) continue;
            if (present.Average() is var mean && mean > most) (best, most) = (size, mean);
        }
        return best;
    }

    double[] OfFold(int[] draw, int fold, int terms)
    {
        int[] held = [.. Enumerable.Range(0, draw.Length).Where(i => draw[i] == fold)];
        var training = sample.SelectRows([.. Enumerable.Range(0, draw.Length).Where(i => draw[i] != fold)]);
        var test = sample.SelectRows(held);
        var weights = sample.RootWeights is { } roots ? Array.ConvertAll(held, i => roots[i] * roots[i]) : null;
        var pruned = PrunedTerms.Of(parameters, training, "backward", context);
        var rsq = new double[terms];
        Array.Fill(rsq, double.NaN);
        var best = 1;
        for (var size = 1; size <= Math.Min(terms, pruned.All.Length); size++)
        {
            // Of sizes that fit equally well, the smaller one is judged.
            if (pruned.Subsets.Rss(size) < pruned.Subsets.Rss(best)) best = size;
            var chosen = pruned.Select(best);
            var design = TermMatrix.Of(chosen, training.Columns, context.Work);
            var coefficients = TermRegression.Coefficients(design, training, context);
            rsq[size - 1] = Rsq(test.Responses[0], Predict(chosen, coefficients, test.Columns), weights);
        }
        return rsq;
    }

    double[] Predict(MarsTerm[] terms, double[] coefficients, Matrix columns)
    {
        var values = TermMatrix.Of(terms, columns, context.Work);
        var sum = new double[columns.Rows];
        for (var t = 0; t < terms.Length; t++)
        {
            if (double.IsNaN(coefficients[t])) continue;
            var column = values.Column(t);
            for (var i = 0; i < sum.Length; i++) sum[i] += coefficients[t] * column[i];
        }
        return sum;
    }

    static double Rsq(double[] actual, double[] predicted, double[]? weights)
    {
        double Weight(int i) => weights is null ? 1 : weights[i];
        var cases = Enumerable.Range(0, actual.Length).ToArray();
        var mean = cases.Sum(i => Weight(i) * actual[i]) / cases.Sum(Weight);
        var rsq = 1 - cases.Sum(i => Weight(i) * Math.Pow(actual[i] - predicted[i], 2)) / cases.Sum(i => Weight(i) * Math.Pow(actual[i] - mean, 2));
        return Math.Abs(rsq) < LeastRsq ? 0 : rsq;
    }
}
