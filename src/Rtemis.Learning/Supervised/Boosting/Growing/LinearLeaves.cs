using Rtemis.Learning.Running;
using Rtemis.Learning.Supervised.Boosting.Binning;
using Rtemis.Learning.Supervised.Boosting.Trees;

namespace Rtemis.Learning.Supervised.Boosting.Growing;

/// <summary>
/// Gives the leaves of a tree linear models of the numeric features on their paths: one Newton step each, with a ridge penalty on slopes. Source: Y. Shi, J. Li and
/// Z. Li, "Gradient Boosting with Piece-Wise Linear Regression Trees", 2019, as LightGBM does it.
/// </summary>
/// <param name="columns">The features' values.</param>
/// <param name="penalty">The penalty.</param>
/// <param name="context">The run.</param>
sealed class LinearLeaves(SingleColumns columns, double penalty, RunContext context)
{
    /// <summary>Learns the models; a leaf with too few cases keeps its value.</summary>
    /// <param name="grown">The tree.</param>
    /// <param name="derivatives">The first and the second derivative of the loss for each case.</param>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public LeafModel[] Fit(GrownTree grown, float[] derivatives)
    {
        var tree = grown.Tree;
        var (paths, models) = (Paths(tree), new LeafModel[tree.Leaves.Length]);
        var mayMiss = tree.Splits.Any(split => columns.HasMissing(split.Feature));
        context.Work.For(models.Length, leaf =>
        {
            var equations = new LeafEquations(columns, paths[leaf]);
            equations.Add(grown.MemoryOf(leaf), derivatives, context.Cancellation);
            // Where values may be missing LightGBM counts values, not cases.
            var enough = (mayMiss ? equations.Values : grown.CasesOf(leaf).Length) > paths[leaf].Length;
            models[leaf] = enough ? equations.Solve(penalty) : new LeafModel(tree.Leaves[leaf], [], []);
        });
        return models;
    }

    // The numeric features of the splits above each leaf, ascending.
    static int[][] Paths(BoostedTree tree)
    {
        var paths = new int[tree.Leaves.Length][];
        Follow(tree.Splits.Length == 0 ? ~0 : 0, []);
        return paths;

        void Follow(int child, SortedSet<int> above)
        {
            if (child < 0)
            {
                paths[~child] = [.. above];
                return;
            }
            var split = tree.Splits[child];
            var below = split.IsCategorical ? above : [.. above, split.Feature];
            Follow(split.Left, below);
            Follow(split.Right, below);
        }
    }
}
