using Rtemis.Learning.Parameters;

namespace Rtemis.Learning.Supervised.Glm;

/// <summary>What GLM is told: only <c>ifw</c>, which is turned into case weights before the learner sees the data.</summary>
public sealed record GlmParameters
{
    /// <summary>The declaration of all parameters.</summary>
    public static ParameterSet Set { get; } = new("GLMHyperparameters", "GLM hyperparameter",
    [
        ParameterSpec.Logical("ifw", false) with { Tunable = true, Help = "Weights cases by the inverse frequency of their class." },
    ]);

    /// <summary>Takes checked values of <see cref="Set"/>.</summary>
    public static GlmParameters From(ParameterValues values) => values.Set == Set
        ? new GlmParameters()
        : throw new ArgumentException($"Values of {values.Set.ClassName} are not those of {Set.ClassName}.", nameof(values));
}
