using Rtemis.Learning.Running;
using Rtemis.Learning.Supervised.Boosting.Binning;
using Rtemis.Learning.Supervised.Boosting.Growing;
using Rtemis.Learning.Supervised.Boosting.Objectives;
using Rtemis.Learning.Supervised.Boosting.Options;
using Rtemis.Learning.Supervised.Boosting.Trees;

namespace Rtemis.Learning.Supervised.Boosting.Rounds;

/// <summary>
/// Each tree corrects the sum of those before it. Source: J. H. Friedman, "Greedy Function Approximation: A Gradient Boosting Machine", 2001. The best constant is
/// part of the first tree.
/// </summary>
class GradientRounds(BoostingOptions options, Objective objective, BoostedCases cases, BinnedData data, ValidationCases? validation, RunContext context)
    : BoostingRounds(options, objective, cases, data, validation, context)
{
    /// <summary>What the values of a round's trees are multiplied by.</summary>
    protected double Shrinkage { get; set; } = options.LearningRate;

    /// <inheritdoc/>
    public override void Next()
    {
        var first = Trees.Count == 0;
        var starts = new double[Objective.Outputs];
        var fromAverage = Options.Objective.BoostFromAverage || !CanSplit;
        for (var k = 0; first && fromAverage && k < starts.Length; k++)
        {
            starts[k] = StartOf(k);
            Add(k, starts[k]);
        }
        Begin();
        Objective.Derive(Sums, Derivatives, Context);
        var bag = Draw();
        var grew = false;
        for (var k = 0; k < starts.Length; k++)
        {
            if (CanSplit && Grow(k, bag) is { Tree.Splits.Length: > 0 } grown)
            {
                grew = true;
                Renew(grown, Sums[k]);
                grown.Tree.Scale(Shrinkage);
                Add(k, grown, bag);
                if (starts[k] != 0) grown.Tree.Shift(starts[k]);
                Trees.Add(grown.Tree);
                Keep(grown);
                continue;
            }
            if (first && !fromAverage)
            {
                starts[k] = Objective.Start(k);
                Add(k, starts[k]);
            }
            Trees.Add(BoostedTree.Constant(first ? starts[k] : 0, bag.Length));
            Keep(null);
        }
        if (grew) Grown++;
        else if (Trees.Count > starts.Length) Trees.RemoveRange(Trees.Count - starts.Length, starts.Length);
        End(grew);
    }

    /// <summary>Called before a round's derivatives are taken.</summary>
    protected virtual void Begin()
    {
    }

    /// <summary>Called for each tree of a round in turn; null for a constant.</summary>
    protected virtual void Keep(GrownTree? grown)
    {
    }

    /// <summary>Called when a round has ended.</summary>
    /// <param name="grew">Whether any of its trees has a split. If not, they are taken back, unless they are the first.</param>
    protected virtual void End(bool grew)
    {
    }
}
