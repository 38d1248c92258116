using System.Globalization;
using Rtemis.Learning.Numerics;
using Rtemis.Learning.Supervised.Boosting;
using Rtemis.Learning.Supervised.Boosting.Trees;

namespace Rtemis.Learning.Supervised.RuleFit;

/// <summary>Reads rules off trees: each leaf is one, made of the splits above it.</summary>
/// <param name="codes">The features that the trees split.</param>
sealed class RuleExtraction(FeatureCodes codes)
{
    /// <summary>The rules of trees, leaves from left to right, each once. A tree without splits has none.</summary>
    public IReadOnlyList<Rule> Rules(IEnumerable<BoostedTree> trees)
    {
        var rules = new List<Rule>();
        var known = new HashSet<string>();
        foreach (var rule in trees.SelectMany(Leaves))
            if (known.Add(rule.Text)) rules.Add(rule);
        return rules;
    }

    IEnumerable<Rule> Leaves(BoostedTree tree)
    {
        if (tree.Splits.Length == 0) yield break;
        var open = new Stack<(int Node, RuleCondition[] Above)>([(0, [])]);
        while (open.TryPop(out var next))
        {
            var (node, above) = next;
            if (node < 0)
            {
                yield return new Rule(string.Join(" & ", above.Select(Text)), above, 0, null);
                continue;
            }
            var split = tree.Splits[node];
            var (left, right) = Sides(tree, split);
            open.Push((split.Right, [.. above, right]));
            open.Push((split.Left, [.. above, left]));
        }
    }

    (RuleCondition Left, RuleCondition Right) Sides(BoostedTree tree, TreeSplit split)
    {
        if (split.IsCategorical)
        {
            var levels = tree.Levels[split.Set];
            int[] others = [.. Enumerable.Range(0, codes.Levels[split.Feature]!.Count).Except(levels)];
            return (new RuleCondition(split.Feature, false, 0, levels), new RuleCondition(split.Feature, false, 0, others));
        }
        // The text is the rule: what it rounds off is lost.
        var threshold = double.Parse(NumberText.Of(split.Threshold), CultureInfo.InvariantCulture);
        return (new RuleCondition(split.Feature, false, threshold, null), new RuleCondition(split.Feature, true, threshold, null));
    }

    string Text(RuleCondition condition) => condition.Text(codes.Names[condition.Feature], codes.Levels[condition.Feature]);
}
