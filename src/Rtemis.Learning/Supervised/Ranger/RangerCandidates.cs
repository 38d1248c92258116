using Rtemis.Learning.Random;
using Rtemis.Learning.Supervised.Forests;

namespace Rtemis.Learning.Supervised.Ranger;

/// <summary>How features are drawn for a split.</summary>
/// <param name="parameters">The hyperparameters.</param>
/// <param name="names">The features' names.</param>
/// <param name="corrected">Whether each feature has a copy with other rows, behind all of them.</param>
sealed class RangerCandidates(RangerParameters parameters, IReadOnlyList<string> names, bool corrected)
{
    /// <summary>The number of features that are drawn.</summary>
    public int Count { get; } = parameters.Candidates ?? ForestOptions.DefaultCandidates(names.Count);

    /// <summary>Makes what draws them, for each thread.</summary>
    /// <exception cref="LearningException">They can't be drawn as the options say.</exception>
    public Func<CandidateDraw> Factory(CancellationToken cancellation)
    {
        var always = Always();
        var features = corrected ? 2 * names.Count : names.Count;
        if (parameters.FeatureWeights is not { } weights) return () => new EvenCandidates(features, Count, always);
        if (weights.Count > 1 && weights.Count != parameters.Trees)
            throw RangerChecks.Refused("Error: Size of split select weights list not equal to number of trees.");
        DiscreteDraw[] draws = [.. weights.Select(w => Draw([.. w], always.Length))];
        return () => new WeightedCandidates(draws, Count, always, cancellation);
    }

    // ranger takes the copies of the first features along, whichever are named.
    int[] Always()
    {
        int[] named = [.. parameters.Always.Select(a => names.ToList().IndexOf(a)).Order()];
        return corrected ? [.. named, .. Enumerable.Range(names.Count, named.Length)] : named;
    }

    // ranger leaves as many features out, from the first on, as are always there.
    DiscreteDraw Draw(double[] weights, int always)
    {
        weights.AsSpan(0, Math.Min(always, weights.Length)).Clear();
        double[] all = corrected ? [.. weights, .. weights] : weights;
        if (all.Count(w => w > 0) < Count)
            throw RangerChecks.Refused("Too many zeros in split select weights. Need at least mtry variables to split at.");
        return new DiscreteDraw(all);
    }
}
