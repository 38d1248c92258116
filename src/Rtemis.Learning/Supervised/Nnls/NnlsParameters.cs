using Rtemis.Learning.Parameters;

namespace Rtemis.Learning.Supervised.Nnls;

/// <summary>What NNLS is told. <c>ifw</c> is turned into case weights before the learner sees the data.</summary>
public sealed record NnlsParameters
{
    /// <summary>The declaration of all parameters, in rtemis's order.</summary>
    public static ParameterSet Set { get; } = new("NNLSHyperparameters", "NNLS hyperparameter",
    [
        ParameterSpec.Logical("normalize", true) with { Tunable = true, Help = "Divides the coefficients by their sum, so that they are shares." },
        ParameterSpec.Logical("ifw", false) with { Tunable = true, Help = "Weights cases by the inverse frequency of their class." },
    ]);

    /// <summary>Whether the coefficients are divided by their sum.</summary>
    public bool Normalize { get; init; } = true;

    /// <summary>Takes checked values of <see cref="Set"/>.</summary>
    public static NnlsParameters From(ParameterValues values) => new() { Normalize = values.Logical("normalize") };
}
