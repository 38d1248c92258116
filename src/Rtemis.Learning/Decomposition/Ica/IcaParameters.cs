using Rtemis.Learning.Parameters;

namespace Rtemis.Learning.Decomposition.Ica;

/// <summary>What an independent component analysis is told.</summary>
public sealed record IcaParameters
{
    const string Exponential = "exp";
    const string OneByOne = "deflation";

    /// <summary>The declarations of the analysis's own options, in rtemis's order.</summary>
    public static ParameterSet Own { get; } = new("ICAConfig", null,
    [
        ParameterSpec.Integer("k", 3) with { PositiveInteger = true, Minimum = 1, Help = "The most components; there are no more than cases or columns." },
        ParameterSpec.Text("type", "parallel", "parallel", OneByOne) with { Help = "Finds all components at the same time, or one after the other." },
        ParameterSpec.Text("fun", "logcosh", "logcosh", Exponential) with { Help = "What measures how far from normal a component is." },
        ParameterSpec.Number("alpha", 1) with { Minimum = 1, Maximum = 2, Help = "The steepness of logcosh; exp has none." },
        ParameterSpec.Logical("row_norm", true) with { Help = "Centres and scales each case over its columns, after the columns' means were taken off." },
        ParameterSpec.Integer("maxit", 100) with { PositiveInteger = true, Minimum = 1, Help = "The most passes, for each component where they are found one after the other." },
        ParameterSpec.Number("tol", 1e-4) with { Minimum = 0, Help = "The search ends when the components turn by less." },
    ]);

    /// <summary>All that a request can set: the own options and the columns to fit.</summary>
    public static ParameterSet Set { get; } = DecompositionOptions.WithFeatures(Own);

    /// <summary>The most components to find.</summary>
    public int K { get; init; } = 3;

    /// <summary>Whether components are found one after the other, not all at the same time.</summary>
    public bool Deflation { get; init; }

    /// <summary>The measure of how far from normal a component is.</summary>
    public IcaContrast Contrast { get; init; }

    /// <summary>The steepness of <see cref="IcaContrast.LogCosh"/>, from 1 to 2.</summary>
    public double Alpha { get; init; } = 1;

    /// <summary>Whether each case is centred and scaled over its columns.</summary>
    public bool RowNorm { get; init; } = true;

    /// <summary>The most passes.</summary>
    public int MaxIterations { get; init; } = 100;

    /// <summary>The turn of the components, as 1 less the cosine, at which the search ends.</summary>
    public double Tolerance { get; init; } = 1e-4;

    /// <summary>The options of a bound set.</summary>
    public static IcaParameters From(ParameterValues values) => new()
    {
        K = values.Integer("k"),
        Deflation = values.Text("type") == OneByOne,
        Contrast = values.Text("fun") == Exponential ? IcaContrast.Exponential : IcaContrast.LogCosh,
        Alpha = values.Number("alpha"),
        RowNorm = values.Logical("row_norm"),
        MaxIterations = values.Integer("maxit"),
        Tolerance = values.Number("tol"),
    };
}
