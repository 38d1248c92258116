using Rtemis.Learning.Metrics;
using Rtemis.Learning.Random;
using Rtemis.Learning.Running;
using Rtemis.Learning.Supervised.Forests;

namespace Rtemis.Learning.Preprocessing.Imputation;

/// <summary>Fills one column by a forest on others.</summary>
/// <param name="donors">The number of nearest cases that a value is drawn from; 0 takes the forest's predictions as they are.</param>
/// <param name="context">The run.</param>
sealed class ForestImputer(int donors, RunContext context)
{
    // missRanger's, which rtemis leaves as it is.
    const int Trees = 500;

    // ranger's, by the type of the outcome.
    const int ClassLeaf = 1;
    const int NumberLeaf = 5;

    /// <summary>Fills the missing cells.</summary>
    /// <param name="target">The column.</param>
    /// <param name="features">What its values are predicted from, one or more.</param>
    /// <returns>The out-of-bag error: the share of misclassified cases, or of the variance that is not explained.</returns>
    public double Fill(IncompleteColumn target, IReadOnlyList<ForestFeature> features)
    {
        var isFactor = target.Levels > 0;
        var options = new ForestOptions(Trees, ForestOptions.DefaultCandidates(features.Count), isFactor ? ClassLeaf : NumberLeaf, Seed());
        var predictions = isFactor ? Classes(target, features, options) : Numbers(target, features, options);
        // The original seeds the prediction too, though nothing of it is drawn.
        Seed();
        var known = Array.FindAll(target.Observed, row => !double.IsNaN(predictions[row]));
        var error = isFactor ? Misclassified(target, known, predictions) : Unexplained(target, known, predictions);
        var found = Array.ConvertAll(target.Missing, row => predictions[row]);
        target.Fill(donors == 0 ? found : Match(target, known, predictions, found, options.Seed));
        return double.IsNaN(error) ? 0 : error;
    }

    uint Seed() => (uint)(int.MaxValue * context.Random.NextUniform());

    double[] Numbers(IncompleteColumn target, IReadOnlyList<ForestFeature> features, ForestOptions options) =>
        ForestPredictions.Of(features, new NumberOutcome(target.Numbers), target.Observed, options, context);

    // ranger numbers classes in the order in which they appear, and draws between them by these numbers.
    double[] Classes(IncompleteColumn target, IReadOnlyList<ForestFeature> features, ForestOptions options)
    {
        var levels = target.At(target.Observed).Distinct().ToList();
        var codes = new int[target.Numbers.Length];
        foreach (var row in target.Observed) codes[row] = levels.IndexOf(target.Numbers[row]);
        var predictions = ForestPredictions.Of(features, new VoteOutcome(codes, levels.Count), target.Observed, options, context);
        return Array.ConvertAll(predictions, p => double.IsNaN(p) ? p : levels[(int)p]);
    }

    static double Misclassified(IncompleteColumn target, int[] known, double[] predictions) =>
        (double)known.Count(row => target.Numbers[row] != predictions[row]) / known.Length;

    static double Unexplained(IncompleteColumn target, int[] known, double[] predictions)
    {
        var error = CompensatedSum.Mean(Array.ConvertAll(known, row => Math.Pow(target.Numbers[row] - predictions[row], 2)));
        var deviation = CompensatedSum.StandardDeviation(target.At(target.Observed));
        return error / (deviation * deviation);
    }

    // A forest's predictions tie, those of classes nearly always: equally near cases are equally likely.
    double[] Match(IncompleteColumn target, int[] known, double[] predictions, double[] found, uint seed)
    {
        var values = target.At(known);
        // One value only needs no draws, nor do they have any where each training case is in each sample.
        if (values.Length == 0) return found;
        if (!values.AsSpan().ContainsAnyExcept(values[0])) return Array.ConvertAll(found, _ => values[0]);
        var nearest = new NearestDonors(Array.ConvertAll(known, row => predictions[row]), Enumerable.Range(0, known.Length));
        var ties = new MersenneTwister64(seed);
        return Array.ConvertAll(found, prediction =>
        {
            var (start, length) = nearest.Ties(nearest.Find(prediction, Rank(Math.Min(donors, nearest.Count))));
            return values[nearest[length == 1 ? start : start + ties.NextIndex(length)]];
        });
    }

    // One of the ranks from 1 on, as R's rmultinom takes it from its uniform numbers.
    int Rank(int count)
    {
        var rank = 1;
        while (rank < count && context.Random.NextUniform() < 1 - 1.0 / (count - rank + 1)) rank++;
        return rank;
    }
}
