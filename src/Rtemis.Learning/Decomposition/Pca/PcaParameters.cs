using Rtemis.Learning.Parameters;

namespace Rtemis.Learning.Decomposition.Pca;

/// <summary>What a principal component analysis is told.</summary>
/// <param name="K">The most components to keep.</param>
/// <param name="Center">Whether each column's mean is taken off.</param>
/// <param name="Scale">Whether each column is divided by its standard deviation (about zero where it is not centred).</param>
/// <param name="Tol">Components whose standard deviation is at most this share of the first one's are dropped; null keeps them.</param>
public sealed record PcaParameters(int K, bool Center, bool Scale, double? Tol)
{
    /// <summary>The declarations of the analysis's own options, in rtemis's order.</summary>
    public static ParameterSet Own { get; } = new("PCAConfig", null,
    [
        ParameterSpec.Integer("k", 3) with { PositiveInteger = true, Minimum = 1, Help = "The most components to keep." },
        ParameterSpec.Logical("center", true) with { Help = "Takes off each column's mean." },
        ParameterSpec.Logical("scale", true) with { Help = "Divides each column by its standard deviation." },
        ParameterSpec.Number("tol", null) with
        {
            Minimum = 0, Help = "Drops components whose standard deviation is at most this share of the first one's.",
        },
    ]);

    /// <summary>All that a request can set: the own options and the columns to fit.</summary>
    public static ParameterSet Set { get; } = DecompositionOptions.WithFeatures(Own);

    /// <summary>The options of a bound set.</summary>
    public static PcaParameters From(ParameterValues values) =>
        new(values.Integer("k"), values.Logical("center"), values.Logical("scale"), values.NumberOrNull("tol"));
}
