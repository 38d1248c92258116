using Rtemis.Learning.Parameters;

namespace Rtemis.Learning.Supervised.Glm;

/// <summary>The hyperparameters of a generalized linear model. There is nothing to tune in the model itself.</summary>
public sealed record GlmParameters
{
    /// <summary>Their declaration.</summary>
    public static ParameterSet Set { get; } = new("GLMHyperparameters", "GLM hyperparameter",
    [
        ParameterSpec.Logical("ifw", false) with { Tunable = true, Help = "Weights cases by the inverse frequency of their class." },
    ]);

    /// <summary>Whether the pipeline weights cases by the inverse frequency of their class.</summary>
    public bool Ifw { get; init; }

    /// <summary>Takes values that were checked against <see cref="Set"/>.</summary>
    public static GlmParameters From(ParameterValues values) => new() { Ifw = values.Logical("ifw") };
}
