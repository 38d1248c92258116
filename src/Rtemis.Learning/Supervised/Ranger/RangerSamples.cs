using Rtemis.Learning.Data;
using Rtemis.Learning.Supervised.Forests;

namespace Rtemis.Learning.Supervised.Ranger;

/// <summary>How the samples of the trees are drawn.</summary>
static class RangerSamples
{
    /// <exception cref="LearningException">They can't be drawn as the options say.</exception>
    public static SampleDraw Of(RangerParameters parameters, SupervisedData data, CancellationToken cancellation)
    {
        // Weights that are all the same are none.
        var weights = data.Weights is { } given && given.Span.ContainsAnyExcept(given.Span[0]) ? given.ToArray() : null;
        if (parameters.Holdout && weights is null) throw RangerChecks.Refused("Error: Case weights required to use holdout mode.");
        if (parameters.Samples is { } samples) return Given(samples, weights is not null, parameters.Trees);
        var positive = weights?.Count(w => w > 0) ?? data.Rows;
        var fraction = parameters.Holdout ? parameters.UsedFraction * ((double)positive / data.Rows) : parameters.UsedFraction;
        if (!parameters.Replace && positive < fraction * data.Rows)
            throw RangerChecks.Refused("Error: Fewer non-zero case weights than observations to sample.");
        if (data.Rows * fraction < 1) throw RangerChecks.Refused("sample_fraction too small, no observations sampled.");
        var count = (int)(data.Rows * fraction);
        if (weights is not null) return new WeightedDraw(weights, count, parameters.Replace, parameters.Holdout ? Zeros(weights) : null, cancellation);
        return parameters.Replace ? new RepeatedDraw([.. Enumerable.Range(0, data.Rows)], count, data.Rows) : new UniqueDraw(count, data.Rows);
    }

    static GivenSamples Given(IReadOnlyList<IReadOnlyList<double>> samples, bool weighted, int trees)
    {
        if (weighted) throw RangerChecks.Refused("Error: Combination of case.weights and inbag not supported.");
        if (samples.Count != trees) throw RangerChecks.Refused("Error: Size of inbag list not equal to number of trees.");
        var empty = samples.ToList().FindIndex(s => s.All(times => times == 0));
        if (empty >= 0) throw RangerChecks.Refused($"`inbag` has no case for tree {empty + 1}.");
        return new GivenSamples([.. samples.Select(s => (int[])[.. s.Select(times => (int)times)])]);
    }

    static int[] Zeros(double[] weights) => [.. Enumerable.Range(0, weights.Length).Where(row => weights[row] == 0)];
}
