using Rtemis.Learning.Data;
using Rtemis.Learning.Parameters;

namespace Rtemis.Learning.Decomposition.Tsne;

/// <summary>What a t-distributed stochastic neighbour embedding is told. The names and defaults are rtemis's.</summary>
public sealed record TsneParameters
{
    const int DefaultSwitch = 250;

    /// <summary>The coordinates of the map: 1, 2 or 3.</summary>
    public int K { get; init; } = 2;

    /// <summary>The most principal components that distances are taken of.</summary>
    public int InitialDims { get; init; } = 50;

    /// <summary>About how many neighbours each case has; above 0 and at most a third of the other cases.</summary>
    public double Perplexity { get; init; } = 30;

    /// <summary>How coarse the forces of far cases may be, 0 to 1; 0 computes all pairs.</summary>
    public double Theta { get; init; } = 0.5;

    /// <summary>Whether equal cases are refused.</summary>
    public bool CheckDuplicates { get; init; } = true;

    /// <summary>Whether the data are brought to principal components first.</summary>
    public bool Pca { get; init; } = true;

    /// <summary>Whether fewer components than there are variables are to be computed. The components are the same either way.</summary>
    public bool PartialPca { get; init; }

    /// <summary>The iterations.</summary>
    public int MaxIter { get; init; } = 1000;

    /// <summary>Whether the data are the distances between the cases: column j has those of case j.</summary>
    public bool IsDistance { get; init; }

    /// <summary>Where the cases start, one row a case and one column a coordinate; null draws it.</summary>
    public Matrix? YInit { get; init; }

    /// <summary>Whether the principal components are those of centred columns.</summary>
    public bool PcaCenter { get; init; } = true;

    /// <summary>Whether the principal components are those of columns of unit variance.</summary>
    public bool PcaScale { get; init; }

    /// <summary>Whether columns are centred and the largest size brought to 1 before distances are taken.</summary>
    public bool Normalize { get; init; } = true;

    /// <summary>The first iteration without exaggeration; null is 250, or 0 where <see cref="YInit"/> is given.</summary>
    public int? StopLyingIter { get; init; }

    /// <summary>The first iteration with the final momentum; null is 250, or 0 where <see cref="YInit"/> is given.</summary>
    public int? MomSwitchIter { get; init; }

    /// <summary>The share of its last step that a case keeps at first.</summary>
    public double Momentum { get; init; } = 0.5;

    /// <summary>The share of its last step that a case keeps later.</summary>
    public double FinalMomentum { get; init; } = 0.8;

    /// <summary>The step's length for a gradient of 1.</summary>
    public double Eta { get; init; } = 200;

    /// <summary>What the attraction is multiplied by at first.</summary>
    public double ExaggerationFactor { get; init; } = 12;

    /// <summary>The declarations of the embedding's own options, in rtemis's order.</summary>
    public static ParameterSet Own { get; } = new("tSNEConfig", null,
    [
        Positive("k", 2, "The coordinates of the map: 1, 2 or 3."),
        Positive("initial_dims", 50, "The most principal components that distances are taken of."),
        ParameterSpec.Number("perplexity", 30) with { Minimum = 0, Help = "About how many neighbours each case has; at most a third of the other cases." },
        ParameterSpec.Number("theta", 0.5) with
        {
            Minimum = 0, Maximum = 1, Help = "How coarse the forces of far cases may be: more is quicker; 0 computes all pairs, for some thousand cases at most.",
        },
        ParameterSpec.Logical("check_duplicates", true) with { Help = "Refuses data with equal cases." },
        ParameterSpec.Logical("pca", true) with { Help = "Brings the data to principal components first." },
        ParameterSpec.Logical("partial_pca", false) with
        {
            Help = "Asks for fewer principal components than variables; they are exact here, where the original approximates them.",
        },
        Positive("max_iter", 1000, "The number of iterations."),
        ParameterSpec.Logical("verbose", false) with { Help = "Has no effect: progress is told where a run takes long." },
        ParameterSpec.Logical("is_distance", false) with { Help = "Whether the data are a square table of the distances between the cases." },
        ParameterSpec.Matrix("Y_init") with { Help = "Where the cases start; can't be sent in a request." },
        ParameterSpec.Logical("pca_center", true) with { Help = "Centres columns before the principal components are found." },
        ParameterSpec.Logical("pca_scale", false) with { Help = "Scales columns to unit variance before the principal components are found." },
        ParameterSpec.Logical("normalize", true) with { Help = "Centres columns and brings the largest size to 1 before distances are taken." },
        Whole("stop_lying_iter", DefaultSwitch, "The first iteration without exaggeration.") with { ComputedDefault = true },
        Whole("mom_switch_iter", DefaultSwitch, "The first iteration with the final momentum.") with { ComputedDefault = true },
        ParameterSpec.Number("momentum", 0.5) with { Help = "The share of its last step that a case keeps at first." },
        ParameterSpec.Number("final_momentum", 0.8) with { Help = "The share of its last step that a case keeps later." },
        ParameterSpec.Number("eta", 200) with { Help = "The learning rate." },
        ParameterSpec.Number("exaggeration_factor", 12) with { Help = "What the attraction between neighbours is multiplied by at first." },
        Whole("num_threads", 1, "Has no effect: the server decides on threads, and the map does not depend on them."),
    ]);

    /// <summary>All that a request can set: the own options and the columns to fit.</summary>
    public static ParameterSet Set { get; } = DecompositionOptions.WithFeatures(Own);

    internal int LyingEnd => StopLyingIter ?? Switch;

    internal int MomentumSwitch => MomSwitchIter ?? Switch;

    int Switch => YInit is null ? DefaultSwitch : 0;

    /// <summary>The options of a bound set.</summary>
    public static TsneParameters From(ParameterValues values) => new()
    {
        K = values.Integer("k"),
        InitialDims = values.Integer("initial_dims"),
        Perplexity = values.Number("perplexity"),
        Theta = values.Number("theta"),
        CheckDuplicates = values.Logical("check_duplicates"),
        Pca = values.Logical("pca"),
        PartialPca = values.Logical("partial_pca"),
        MaxIter = values.Integer("max_iter"),
        IsDistance = values.Logical("is_distance"),
        PcaCenter = values.Logical("pca_center"),
        PcaScale = values.Logical("pca_scale"),
        Normalize = values.Logical("normalize"),
        StopLyingIter = values.Integer("stop_lying_iter"),
        MomSwitchIter = values.Integer("mom_switch_iter"),
        Momentum = values.Number("momentum"),
        FinalMomentum = values.Number("final_momentum"),
        Eta = values.Number("eta"),
        ExaggerationFactor = values.Number("exaggeration_factor"),
    };

    static ParameterSpec Positive(string name, int value, string help) =>
        ParameterSpec.Integer(name, value) with { PositiveInteger = true, Minimum = 1, Help = help };

    static ParameterSpec Whole(string name, int value, string help) =>
        ParameterSpec.Integer(name, value) with { WholeNumber = true, Minimum = 0, Help = help };
}
