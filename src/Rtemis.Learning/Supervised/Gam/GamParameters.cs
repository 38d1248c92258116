using Rtemis.Learning.Parameters;

namespace Rtemis.Learning.Supervised.Gam;

/// <summary>What GAM is told. <c>ifw</c> is turned into case weights before the learner sees the data.</summary>
public sealed record GamParameters
{
    /// <summary>The declaration of all parameters, in rtemis's order.</summary>
    public static ParameterSet Set { get; } = new("GAMHyperparameters", "GAM hyperparameter",
    [
        ParameterSpec.Integer("k", 5) with
        {
            Tunable = true, Minimum = 1,
            Help = "How many functions a numeric feature's curve is made of, at most; fewer than 3 are taken as 3. Each numeric feature needs as many different values.",
        },
        ParameterSpec.Logical("ifw", false) with { Tunable = true, Help = "Weights cases by the inverse frequency of their class." },
    ]);

    /// <summary>How many functions a numeric feature's curve is made of, at most; at least 1.</summary>
    public int K { get; init; } = 5;

    /// <summary>Takes checked values of <see cref="Set"/>.</summary>
    public static GamParameters From(ParameterValues values) => new() { K = values.Integer("k") };
}
