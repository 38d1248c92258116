using Rtemis.Learning.Random;

namespace Rtemis.Learning.Supervised.Gam;

/// <summary>Where a feature's curve may bend.</summary>
static class SplineKnots
{
    // mgcv's, with the seed from which it draws.
    const int Most = 2000;
    const uint Seed = 1;

    /// <summary>The feature's different values in rising order, or 2000 of them that are drawn as mgcv draws them.</summary>
    /// <param name="feature">The feature's name.</param>
    /// <param name="values">Its values.</param>
    /// <param name="least">How many different ones it must have.</param>
    /// <exception cref="LearningException">It has fewer, or one is not finite.</exception>
    public static double[] Choose(string feature, ReadOnlySpan<double> values, int least)
    {
        var distinct = Distinct(values);
        if (!double.IsFinite(distinct[0]) || !double.IsFinite(distinct[^1]))
            throw new LearningException("simpleError", $"NA/NaN/Inf in feature '{feature}'");
        if (distinct.Length < least)
        {
            throw new LearningException(
                "simpleError",
                "A term has fewer unique covariate combinations than specified maximum degrees of freedom: " +
                $"feature '{feature}' has {distinct.Length} different value{(distinct.Length == 1 ? "" : "s")}, k is {least}.");
        }
        if (distinct.Length <= Most) return distinct;
        var drawn = Array.ConvertAll(new MersenneTwister(Seed).SampleWithoutReplacement(distinct.Length, Most), i => distinct[i]);
        Array.Sort(drawn);
        return drawn;
    }

    static double[] Distinct(ReadOnlySpan<double> values)
    {
        var sorted = values.ToArray();
        Array.Sort(sorted);
        var count = 1;
        for (var i = 1; i < sorted.Length; i++)
            if (sorted[i] != sorted[i - 1]) sorted[count++] = sorted[i];
        return sorted[..count];
    }
}
