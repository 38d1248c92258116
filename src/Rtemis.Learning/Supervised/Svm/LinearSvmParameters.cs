using Rtemis.Learning.Parameters;

namespace Rtemis.Learning.Supervised.Svm;

/// <summary>What LinearSVM is told.</summary>
public sealed record LinearSvmParameters
{
    /// <summary>The declaration of all parameters, in rtemis's order.</summary>
    public static ParameterSet Set { get; } = new("LinearSVMHyperparameters", "LinearSVM hyperparameter",
    [
        ParameterSpec.Number("cost", 1) with
        {
            Tunable = true, Minimum = 0, MinimumExclusive = true,
            Help = "What a case on the wrong side costs: the larger, the closer the fit.",
        },
        ParameterSpec.Logical("ifw", false) with
        {
            Tunable = true, Help = "Support vector machines take no case weights: leave it off for classification. Ignored for regression.",
        },
    ])
    {
        Constants = [new("kernel", new ParameterValue.Text("linear"))],
    };

    /// <summary>What a case on the wrong side costs; above 0.</summary>
    public double Cost { get; init; } = 1;

    /// <summary>Whether inverse frequency weights are asked for, which is refused for classification and ignored for regression.</summary>
    public bool Ifw { get; init; }

    /// <summary>Takes checked values of <see cref="Set"/>.</summary>
    public static LinearSvmParameters From(ParameterValues values) => new()
    {
        Cost = values.Number("cost"),
        Ifw = values.Logical("ifw"),
    };
}
