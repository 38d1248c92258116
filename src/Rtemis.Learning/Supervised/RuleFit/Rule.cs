using MemoryPack;

namespace Rtemis.Learning.Supervised.RuleFit;

/// <summary>Conditions that a case must meet all of.</summary>
/// <param name="Text">The rule as R source text, with the features' names.</param>
/// <param name="Conditions">They, from a tree's root down.</param>
/// <param name="Cases">The number of training cases that meet it.</param>
/// <param name="Risk">For two classes: the share of the second among those cases, NaN where there are none; else null.</param>
[MemoryPackable]
sealed partial record Rule(string Text, RuleCondition[] Conditions, int Cases, double? Risk)
{
    /// <summary>The rule with what training cases say of it.</summary>
    /// <param name="matches">1 for the cases that meet it, else 0.</param>
    /// <param name="classes">Of two classes the 0-based class of each case; else empty.</param>
    public Rule Counted(ReadOnlySpan<double> matches, ReadOnlySpan<int> classes)
    {
        var (cases, second) = (0, 0);
        for (var i = 0; i < matches.Length; i++)
        {
            if (matches[i] == 0) continue;
            cases++;
            if (classes.Length > 0) second += classes[i];
        }
        return this with { Cases = cases, Risk = classes.Length > 0 ? second / (double)cases : null };
    }
}
