using Rtemis.Learning.Parameters;

namespace Rtemis.Learning.Supervised.Isotonic;

/// <summary>What isotonic regression is told: only <c>ifw</c>, and since it takes no weights, that can't be true for classes.</summary>
public sealed record IsotonicParameters
{
    /// <summary>The declaration of all parameters.</summary>
    public static ParameterSet Set { get; } = new("IsotonicHyperparameters", "Isotonic hyperparameter",
    [
        ParameterSpec.Logical("ifw", false) with { Tunable = true, Help = "Isotonic regression takes no case weights: leave it off." },
    ]);

    /// <summary>Takes checked values of <see cref="Set"/>.</summary>
    public static IsotonicParameters From(ParameterValues values) => values.Set == Set
        ? new IsotonicParameters()
        : throw new ArgumentException($"Values of {values.Set.ClassName} are not those of {Set.ClassName}.", nameof(values));
}
