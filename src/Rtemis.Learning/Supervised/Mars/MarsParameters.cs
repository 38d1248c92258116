using Rtemis.Learning.Parameters;

namespace Rtemis.Learning.Supervised.Mars;

/// <summary>What MARS is told. <c>ifw</c> is turned into case weights before the learner sees the data.</summary>
public sealed record MarsParameters
{
    const string DefaultPruning = "backward";

    /// <summary>The declaration of all parameters, in rtemis's order.</summary>
    public static ParameterSet Set { get; } = new("MARSHyperparameters", "MARS hyperparameter",
    [
        ParameterSpec.Integer("degree", 1) with { Tunable = true, Minimum = 1, Help = "The most features that a term multiplies; 1 adds them only." },
        ParameterSpec.Number("penalty", null) with
        {
            Tunable = true, Minimum = -1, Help = "The price of a knot when a size is chosen: unset is 2, or 3 with interactions; -1 makes terms free.",
        },
        ParameterSpec.Integer("nk", null) with { Tunable = true, Minimum = 1, Help = "The most terms before pruning; unset depends on the number of columns." },
        ParameterSpec.Integer("nprune", null) with { Tunable = true, Minimum = 1, Help = "The most terms after pruning." },
        ParameterSpec.Number("thresh", 0.001) with
        {
            Tunable = true, Minimum = 0, Maximum = 1, MaximumExclusive = true, Help = "Terms are added until R squared grows by less than this.",
        },
        ParameterSpec.Integer("minspan", 0) with
        {
            Tunable = true, Help = "The fewest cases between knots; 0 chooses, and a negative number is minus the number of knots a feature.",
        },
        ParameterSpec.Integer("endspan", 0) with { Tunable = true, Minimum = 0, Help = "The fewest cases before the first and after the last knot; 0 chooses." },
        ParameterSpec.Number("newvar_penalty", 0) with { Tunable = true, Minimum = 0, Help = "How much less a feature counts that no term uses yet; 0 with weights." },
        ParameterSpec.Integer("fast_k", 20) with { Tunable = true, Minimum = 0, Help = "How many terms are tried as parents of a new one; 0 tries all." },
        ParameterSpec.Text("pmethod", DefaultPruning, DefaultPruning, "none", "exhaustive", "forward", "seqrep", "cv") with
        {
            Help = "How terms are pruned; for three or more classes backward or none.",
        },
        ParameterSpec.Integer("nfold", 0) with { Minimum = 0, Help = "Folds that choose the size with pmethod cv; else they don't change the model." },
        ParameterSpec.Integer("ncross", 1) with { Minimum = 1, Help = "How often the folds are drawn." },
        ParameterSpec.Logical("stratify", true) with { Help = "Whether outcomes other than 0 are spread evenly over the folds." },
        ParameterSpec.Number("fast_beta", 1) with { Minimum = 0, Maximum = 1, Help = "How fast a parent that was not tried rises in rank." },
        ParameterSpec.Logical("ifw", false) with { Tunable = true, Help = "Weights cases by the inverse frequency of their class." },
    ]);

    /// <summary>The most features that a term multiplies; 1 to 10.</summary>
    public int Degree { get; init; } = 1;

    /// <summary>The price of a knot, 0 to 1000, or -1 where terms and knots are free; null for 2, or 3 with interactions.</summary>
    public double? Penalty { get; init; }

    /// <summary>The most terms before pruning, 1 to 1000; null for one more than twice the columns, between 21 and 201.</summary>
    public int? MostTerms { get; init; }

    /// <summary>The most terms after pruning, at least 1; null for no limit.</summary>
    public int? MostKept { get; init; }

    /// <summary>The least growth of R squared, 0 to below 1; 0 for no such limit.</summary>
    public double Threshold { get; init; } = 0.001;

    /// <summary>The cases from knot to knot; 0 chooses; -k for k knots a feature.</summary>
    public int MinSpan { get; init; }

    /// <summary>The cases before the first and after the last knot; 0 chooses.</summary>
    public int EndSpan { get; init; }

    /// <summary>A new feature's gain is divided by 1 plus this; at least 0.</summary>
    public double NewVariablePenalty { get; init; }

    /// <summary>How many parents are tried for each new term; 0 for all, and never fewer than 3.</summary>
    public int FastK { get; init; } = 20;

    /// <summary>What a parent gains in rank for each slot of a term added since it was tried; 0 to 1.</summary>
    public double FastBeta { get; init; } = 1;

    /// <summary>How terms are pruned: one of the names in <see cref="Set"/>.</summary>
    public string Pruning { get; init; } = DefaultPruning;

    /// <summary>The folds of <c>cv</c>; at least 2 there.</summary>
    public int Folds { get; init; }

    /// <summary>How often the folds are drawn; 1 to 1000.</summary>
    public int Repeats { get; init; } = 1;

    /// <summary>Whether outcomes other than 0 are spread evenly over the folds.</summary>
    public bool Stratify { get; init; } = true;

    /// <summary>The price of a knot.</summary>
    internal double KnotPenalty => Penalty ?? (Degree > 1 ? 3 : 2);

    /// <summary>Takes checked values of <see cref="Set"/>.</summary>
    public static MarsParameters From(ParameterValues values) => new()
    {
        Degree = values.Integer("degree"),
        Penalty = values.NumberOrNull("penalty"),
        MostTerms = values.IntegerOrNull("nk"),
        MostKept = values.IntegerOrNull("nprune"),
        Threshold = values.Number("thresh"),
        MinSpan = values.Integer("minspan"),
        EndSpan = values.Integer("endspan"),
        NewVariablePenalty = values.Number("newvar_penalty"),
        FastK = values.Integer("fast_k"),
        FastBeta = values.Number("fast_beta"),
        Pruning = values.Text("pmethod"),
        Folds = values.Integer("nfold"),
        Repeats = values.Integer("ncross"),
        Stratify = values.Logical("stratify"),
    };

    /// <summary>The most terms before pruning, for so many columns.</summary>
    internal int TermLimit(int columns) => MostTerms ?? Math.Min(200, Math.Max(20, 2 * columns)) + 1;
}
