using Rtemis.Learning.Data;
using Rtemis.Learning.Running;

namespace Rtemis.Learning.Clustering.Centroids;

/// <summary>
/// Draws what flexclust's <c>cclust</c> starts from: an order of the cases, and distinct cases as centers. Cases are distinct when any number
/// differs, not when it differs in fifteen digits.
/// </summary>
sealed class StartCenters
{
    readonly int _cases;
    readonly int _k;
    readonly DistinctRows _distinct;

    /// <exception cref="LearningException">There can't be so many centers, or a number is infinite.</exception>
    public StartCenters(NumericFrame data, int k, RunContext context)
    {
        if (k == 1) throw new LearningException("simpleError", "number of clusters must be at least 2");
        _distinct = DistinctRows.Of(data, context);
        if (k > _distinct.Count) throw new LearningException("simpleError", "k larger than number of distinct complete data points in x");
        FiniteInput.Demand(data, argument: 3);
        _cases = data.Rows;
        _k = k;
    }

    /// <summary>The cases in a random order, and those at which the centers begin.</summary>
    public (int[] Order, int[] Starts) Draw(RunContext context)
    {
        context.Cancellation.ThrowIfCancellationRequested();
        var order = context.Random.SampleWithoutReplacement(_cases, _cases);
        var candidates = _distinct.InOrder(order);
        return (order, [.. context.Random.SampleWithoutReplacement(candidates.Length, _k).Select(i => candidates[i])]);
    }

    /// <summary>Further cases at which centers may begin.</summary>
    public int[] DrawAgain(RunContext context)
    {
        context.Cancellation.ThrowIfCancellationRequested();
        return [.. context.Random.SampleWithoutReplacement(_distinct.Count, _k).Select(i => _distinct.Firsts[i])];
    }
}
