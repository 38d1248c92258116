namespace Rtemis.Learning.Supervised;

/// <summary>A model that is a sum of rules; results list them.</summary>
public interface IRuleModel : ISupervisedModel
{
    /// <summary>The rules that count, the one with the largest coefficient first.</summary>
    IReadOnlyList<RuleEffect> Effects { get; }
}

/// <summary>What a rule does in a model.</summary>
/// <param name="Name">The rule's name, as in the model's importance.</param>
/// <param name="Text">What cases must meet, as R source text.</param>
/// <param name="Cases">The number of training cases that meet it.</param>
/// <param name="Coefficient">What it adds to the linear predictor of those cases; for more than two classes the sum of its sizes for each.</param>
/// <param name="ClassCoefficients">What it adds for each of more than two classes; else empty.</param>
/// <param name="Risk">For two classes: the share of the second among those training cases, NaN where there are none; else null.</param>
public sealed record RuleEffect(string Name, string Text, int Cases, double Coefficient, IReadOnlyList<double> ClassCoefficients, double? Risk);
