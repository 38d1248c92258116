using Rtemis.Learning.Parameters;

namespace Rtemis.Learning.Supervised.Svm;

/// <summary>What RadialSVM is told.</summary>
public sealed record RadialSvmParameters
{
    /// <summary>The declaration of all parameters, in rtemis's order.</summary>
    public static ParameterSet Set { get; } = new("RadialSVMHyperparameters", "RadialSVM hyperparameter",
    [
        ParameterSpec.Number("cost", 1) with
        {
            Tunable = true, Minimum = 0, MinimumExclusive = true,
            Help = "What a case on the wrong side costs: the larger, the closer the fit.",
        },
        ParameterSpec.Number("gamma", 0.01) with
        {
            Tunable = true, Minimum = 0, MinimumExclusive = true,
            Help = "How fast likeness falls with the squared distance of the scaled features: the larger, the more local.",
        },
        ParameterSpec.Logical("ifw", false) with
        {
            Tunable = true, Help = "Support vector machines take no case weights: leave it off for classification. Ignored for regression.",
        },
    ])
    {
        Constants = [new("kernel", new ParameterValue.Text("radial"))],
    };

    /// <summary>What a case on the wrong side costs; above 0.</summary>
    public double Cost { get; init; } = 1;

    /// <summary>How fast likeness falls with the squared distance; above 0.</summary>
    public double Gamma { get; init; } = 0.01;

    /// <summary>Whether inverse frequency weights are asked for, which is refused for classification and ignored for regression.</summary>
    public bool Ifw { get; init; }

    /// <summary>Takes checked values of <see cref="Set"/>.</summary>
    public static RadialSvmParameters From(ParameterValues values) => new()
    {
        Cost = values.Number("cost"),
        Gamma = values.Number("gamma"),
        Ifw = values.Logical("ifw"),
    };
}
