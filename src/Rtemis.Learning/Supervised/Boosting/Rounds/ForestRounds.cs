using Rtemis.Learning.Running;
using Rtemis.Learning.Supervised.Boosting.Binning;
using Rtemis.Learning.Supervised.Boosting.Objectives;
using Rtemis.Learning.Supervised.Boosting.Options;
using Rtemis.Learning.Supervised.Boosting.Trees;

namespace Rtemis.Learning.Supervised.Boosting.Rounds;

/// <summary>
/// Trees that all learn from the same start, each from other cases and features; the model is their mean. Source: L. Breiman, "Random Forests", 2001, with
/// LightGBM's treatment of trees without a split: the first counts 0, later ones what their root would be, without the start.
/// </summary>
sealed class ForestRounds : BoostingRounds
{
    readonly double[] _starts;
    readonly double[][] _startSums;

    public ForestRounds(BoostingOptions options, Objective objective, BoostedCases cases, BinnedData data, ValidationCases? validation, RunContext context)
        : base(options, objective, cases, data, validation, context)
    {
        _starts = [.. Enumerable.Range(0, objective.Outputs).Select(k => options.Objective.BoostFromAverage || !CanSplit ? StartOf(k) : 0)];
        _startSums = [.. _starts.Select(start =>
        {
            var sums = new double[data.Rows];
            Array.Fill(sums, start);
            return sums;
        })];
        objective.Derive(_startSums, Derivatives, context);
    }

    /// <inheritdoc/>
    public override void Next()
    {
        var first = Trees.Count == 0;
        var bag = Draw();
        for (var k = 0; k < _starts.Length; k++)
        {
            if (Grow(k, bag) is { } grown && (grown.Tree.Splits.Length > 0 || !first))
            {
                if (grown.Tree.Splits.Length > 0)
                {
                    Renew(grown, _startSums[k]);
                    grown.Tree.Shift(_starts[k]);
                    Add(k, grown, bag);
                }
                Trees.Add(grown.Tree);
                continue;
            }
            var constant = first && !Objective.NeedsTraining(k) ? Objective.Start(k) : 0;
            if (first) Add(k, constant);
            Trees.Add(BoostedTree.Constant(constant, bag.Length));
        }
        Grown++;
    }

    /// <inheritdoc/>
    public override double[][] ModelSums(double[][] sums) => [.. sums.Select(of => Array.ConvertAll(of, sum => sum / Math.Max(1, Grown)))];
}
