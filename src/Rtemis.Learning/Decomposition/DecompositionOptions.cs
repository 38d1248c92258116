using Rtemis.Learning.Parameters;

namespace Rtemis.Learning.Decomposition;

/// <summary>The option that every decomposition has beside its own.</summary>
static class DecompositionOptions
{
    /// <summary>
    /// All that a request can set: the own options and <c>features</c>, the columns to fit, which are chosen before the algorithm sees the data.
    /// </summary>
    public static ParameterSet WithFeatures(ParameterSet own) => new(own.ClassName, own.KeyOwner,
    [
        .. own.Specs,
        ParameterSpec.Text("features", null) with { Vector = true, MinimumCount = 2, Help = "The columns to fit; unset takes all." },
    ])
    { Rules = own.Rules, Implied = own.Implied };
}
