using MemoryPack;
using Rtemis.Learning.Parameters;

namespace Rtemis.Learning.Supervised.Knn;

/// <summary>What KNN is told.</summary>
[MemoryPackable]
public sealed partial record KnnParameters
{
    /// <summary>The declaration of all parameters, in rtemis's order.</summary>
    public static ParameterSet Set { get; } = new("KNNHyperparameters", "KNN hyperparameter",
    [
        ParameterSpec.Integer("k", 7) with { Tunable = true, Minimum = 1, Help = "How many neighbours vote; fewer than there are training cases." },
        ParameterSpec.Text("kernel", "optimal", KnnKernel.Names) with { Tunable = true, Help = "How a neighbour's vote falls with its distance." },
        ParameterSpec.Number("distance", 2) with
        {
            Tunable = true, Minimum = 0, MinimumExclusive = true, Help = "The power of the Minkowski distance: 2 is Euclidean, 1 is Manhattan.",
        },
        ParameterSpec.Logical("scale", true) with { Help = "Divides each column by its standard deviation in training." },
        ParameterSpec.Logical("ifw", false) with { Tunable = true, Help = "KNN takes no case weights: leave it off." },
    ]);

    /// <summary>How many neighbours vote; at least 1.</summary>
    public int K { get; init; } = 7;

    /// <summary>How a neighbour's vote falls with its distance: one of the names in <see cref="Set"/>.</summary>
    public string Kernel { get; init; } = "optimal";

    /// <summary>The power of the Minkowski distance; above 0.</summary>
    public double Distance { get; init; } = 2;

    /// <summary>Whether each column is divided by its standard deviation in training.</summary>
    public bool Scale { get; init; } = true;

    /// <summary>Whether inverse frequency weights are asked for, which KNN refuses.</summary>
    public bool Ifw { get; init; }

    /// <summary>Takes checked values of <see cref="Set"/>.</summary>
    public static KnnParameters From(ParameterValues values) => new()
    {
        K = values.Integer("k"),
        Kernel = values.Text("kernel"),
        Distance = values.Number("distance"),
        Scale = values.Logical("scale"),
        Ifw = values.Logical("ifw"),
    };
}
