using Rtemis.Data;

namespace Rtemis.Learning.Supervised.Cart;

/// <summary>
/// A variable's importance: what the splits on it gained, and for splits that it is a surrogate of, the adjusted share of their gain.
/// Source: Therneau and Atkinson, "An Introduction to Recursive Partitioning Using the RPART Routines".
/// </summary>
static class TreeImportance
{
    /// <summary>The variables that occur in the tree, the most important first; null if the tree has no split.</summary>
    public static VariableImportance? Of(TreeNode root, CartVariable[] variables, SplitCriterion criterion)
    {
        var sums = new Dictionary<string, double>();
        Add(root);
        if (sums.Count == 0) return null;
        // Equal ones come in the order of their names.
        var sorted = sums.OrderByDescending(v => v.Value).ThenBy(v => v.Key, RootCollation.Instance).ToArray();
        var measure = new ImportanceMeasure("importance", [.. sorted.Select(v => v.Value)]);
        return new VariableImportance([.. sorted.Select(v => v.Key)], [measure]);

        void Add(TreeNode node)
        {
            if (node.Split is null || node.Left is null || node.Right is null) return;
            var gain = criterion.Importance(node.Split.Improvement, node.Risk);
            Credit(node.Split.Rule, gain);
            foreach (var surrogate in node.Surrogates) Credit(surrogate.Rule, gain * surrogate.Adjusted);
            Add(node.Left);
            Add(node.Right);
        }

        void Credit(SplitRule rule, double gain)
        {
            var name = variables[rule.Variable].Name;
            sums[name] = sums.GetValueOrDefault(name) + gain;
        }
    }
}
