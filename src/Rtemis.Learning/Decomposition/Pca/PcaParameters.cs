using Rtemis.Learning.Parameters;

namespace Rtemis.Learning.Decomposition.Pca;

/// <summary>What PCA is told. Which columns it works on is not among it: that is the same for every decomposition.</summary>
public sealed record PcaParameters
{
    /// <summary>The declaration of all parameters, in rtemis's order.</summary>
    public static ParameterSet Set { get; } = new("PCAConfig", null,
    [
        ParameterSpec.Integer("k", 3) with { PositiveInteger = true, Minimum = 1, Help = "The number of components; as many as there are, if fewer." },
        ParameterSpec.Logical("center", true) with { Help = "Takes each column's mean off." },
        ParameterSpec.Logical("scale", true) with { Help = "Divides each column by its standard deviation." },
        ParameterSpec.Number("tol", null) with
        {
            Minimum = 0, Help = "Leaves out components whose standard deviation is at most this share of the first one's.",
        },
    ]);

    /// <summary>The number of components.</summary>
    public int K { get; init; } = 3;

    /// <summary>Whether each column's mean is taken off.</summary>
    public bool Center { get; init; } = true;

    /// <summary>Whether each column is divided by its standard deviation.</summary>
    public bool Scale { get; init; } = true;

    /// <summary>The share of the first component's standard deviation that one must exceed, or null.</summary>
    public double? Tolerance { get; init; }

    /// <summary>Takes checked values of <see cref="Set"/>.</summary>
    public static PcaParameters From(ParameterValues values) => new()
    {
        K = values.Integer("k"),
        Center = values.Logical("center"),
        Scale = values.Logical("scale"),
        Tolerance = values.NumberOrNull("tol"),
    };
}
