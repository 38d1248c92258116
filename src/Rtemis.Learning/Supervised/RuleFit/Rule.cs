using MemoryPack;

namespace Rtemis.Learning.Supervised.RuleFit;

/// <summary>Conditions that a case must meet all of.</summary>
/// <param name="Text">The rule as R source text, with the features' names.</param>
/// <param name="Conditions">They, from a tree's root down.</param>
[MemoryPackable]
sealed partial record Rule(string Text, RuleCondition[] Conditions);
