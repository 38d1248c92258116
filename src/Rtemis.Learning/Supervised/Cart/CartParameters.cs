using Rtemis.Learning.Parameters;

namespace Rtemis.Learning.Supervised.Cart;

/// <summary>
/// What CART is told. The parameters <c>method</c>, <c>model</c> and <c>cost</c> are taken and ignored, as rtemis does; <c>maxcompete</c>
/// and <c>xval</c> change only what rpart prints; <c>ifw</c> is turned into case weights before the learner sees the data.
/// </summary>
public sealed record CartParameters
{
    /// <summary>The declaration of all parameters, in rtemis's order.</summary>
    public static ParameterSet Set { get; } = new("CARTHyperparameters", "CART hyperparameter",
    [
        ParameterSpec.Number("cp", 0.01) with
        {
            Tunable = true, Minimum = 0, Help = "A split must lower the tree's risk by at least this share of the root's risk.",
        },
        ParameterSpec.Integer("maxdepth", 20) with
        {
            Tunable = true, Minimum = 1, Maximum = 30, Help = "The greatest depth of a node; the root has depth 0.",
        },
        ParameterSpec.Integer("minsplit", 2) with { Tunable = true, Minimum = 1, Help = "The fewest cases of a node that may be split." },
        ParameterSpec.Integer("minbucket", 1) with { Tunable = true, Minimum = 1, Help = "The fewest cases on either side of a split." },
        ParameterSpec.Number("prune_cp", null) with
        {
            Tunable = true, Minimum = 0, Help = "Prunes the grown tree back to this complexity; unset leaves it as grown.",
        },
        ParameterSpec.Text("method", "auto", "auto", "anova", "class", "poisson", "exp") with
        {
            Help = "Has no effect: the outcome's type decides.",
        },
        ParameterSpec.Logical("model", true) with { Help = "Has no effect." },
        ParameterSpec.Integer("maxcompete", 4) with { Minimum = 0, Help = "Has no effect on predictions or importance." },
        ParameterSpec.Integer("maxsurrogate", 5) with { Minimum = 0, Help = "The most surrogate splits kept in a node." },
        ParameterSpec.Integer("usesurrogate", 2) with
        {
            Minimum = 0,
            Maximum = 2,
            Help = "A case that misses the splitting variable: 0 stops, 1 follows surrogates, 2 follows surrogates, then the majority.",
        },
        ParameterSpec.Integer("surrogatestyle", 0) with
        {
            Minimum = 0,
            Maximum = 1,
            Help = "A surrogate's agreement is its share of the cases with the splitting variable (0), or with both variables (1).",
        },
        ParameterSpec.Integer("xval", 0) with { Minimum = 0, Help = "Has no effect on predictions or importance." },
        ParameterSpec.Number("cost", null) with { Vector = true, Minimum = 0, MinimumExclusive = true, Help = "Has no effect." },
        ParameterSpec.Logical("ifw", false) with { Tunable = true, Help = "Weights cases by the inverse frequency of their class." },
    ]);

    /// <summary>A split must lower the tree's risk by at least this share of the root's risk.</summary>
    public double Complexity { get; init; } = 0.01;

    /// <summary>The greatest depth of a node; the root has depth 0.</summary>
    public int MaxDepth { get; init; } = 20;

    /// <summary>The fewest cases of a node that may be split.</summary>
    public int MinSplit { get; init; } = 2;

    /// <summary>The fewest cases on either side of a split.</summary>
    public int MinBucket { get; init; } = 1;

    /// <summary>The complexity that the grown tree is pruned back to, or null.</summary>
    public double? PruneComplexity { get; init; }

    /// <summary>The most surrogate splits kept in a node.</summary>
    public int MaxSurrogates { get; init; } = 5;

    /// <summary>
    /// Where a case without the splitting variable goes: 0 it stops, 1 by surrogates, 2 by surrogates, then with the majority.
    /// </summary>
    public int UseSurrogate { get; init; } = 2;

    /// <summary>
    /// Whether a surrogate's agreement is a share of all cases with the splitting variable (0) or of those with both (1).
    /// </summary>
    public int SurrogateStyle { get; init; }

    /// <summary>Takes checked values of <see cref="Set"/>.</summary>
    public static CartParameters From(ParameterValues values) => new()
    {
        Complexity = values.Number("cp"),
        MaxDepth = values.Integer("maxdepth"),
        MinSplit = values.Integer("minsplit"),
        MinBucket = values.Integer("minbucket"),
        PruneComplexity = values.NumberOrNull("prune_cp"),
        MaxSurrogates = values.Integer("maxsurrogate"),
        UseSurrogate = values.Integer("usesurrogate"),
        SurrogateStyle = values.Integer("surrogatestyle"),
    };
}
