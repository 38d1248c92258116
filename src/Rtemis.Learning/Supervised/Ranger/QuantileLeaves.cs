using Rtemis.Learning.Running;
using Rtemis.Learning.Supervised.Forests;

namespace Rtemis.Learning.Supervised.Ranger;

/// <summary>
/// What quantiles are predicted from: for each leaf the outcome of one of its training cases, drawn at random. Source: N. Meinshausen, "Quantile regression
/// forests", Journal of Machine Learning Research 7, 2006, in ranger's manner.
/// </summary>
static class QuantileLeaves
{
    /// <summary>For each tree a number a node, NaN for those where no case ends.</summary>
    /// <param name="plan">The forest's plan.</param>
    /// <param name="trees">Its trees.</param>
    /// <param name="outcome">The training cases' outcomes.</param>
    /// <param name="context">The run, whose random numbers decide.</param>
    public static double[][] Draw(ForestPlan plan, ForestTree[] trees, ReadOnlySpan<double> outcome, RunContext context)
    {
        // R looks for the cases' leaves by a prediction, which takes a seed.
        context.Random.NextUniform();
        var numbers = new double[trees.Length][];
        for (var t = 0; t < trees.Length; t++)
        {
            numbers[t] = new double[trees[t].Nodes.Length];
            Array.Fill(numbers[t], double.NaN);
            // Of those of a leaf the last one stays.
            foreach (var row in context.Random.SampleWithoutReplacement(outcome.Length, outcome.Length))
            {
                context.Cancellation.ThrowIfCancellationRequested();
                numbers[t][trees[t].Find(plan.Features, row)] = outcome[row];
            }
        }
        return numbers;
    }

    /// <summary>The quantile of ascending numbers, as R's <c>quantile</c> has it by default (type 7); NaN where there are none.</summary>
    public static double Quantile(ReadOnlySpan<double> sorted, double probability)
    {
        if (sorted.IsEmpty) return double.NaN;
        var place = (sorted.Length - 1) * probability;
        var below = (int)Math.Floor(place);
        var above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
}
