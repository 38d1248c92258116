using Rtemis.Learning.Parameters;

namespace Rtemis.Learning.Decomposition.Isomap;

/// <summary>What an isometric feature mapping is told.</summary>
/// <param name="K">The most axes to keep.</param>
/// <param name="DistMethod">How far two cases are from each other.</param>
/// <param name="Nsd">How many neighbours of a case are on its way to others; 0 has all.</param>
/// <param name="Path">How the distances of cases that are no neighbours are found.</param>
public sealed record IsomapParameters(
    int K = 2, IsomapDistance DistMethod = IsomapDistance.Euclidean, int Nsd = 0, IsomapPath Path = IsomapPath.Shortest)
{
    const string Manhattan = "manhattan";
    const string Extended = "extended";

    /// <summary>The declarations of the mapping's own options, in rtemis's order.</summary>
    public static ParameterSet Own { get; } = new("IsomapConfig", null,
    [
        ParameterSpec.Integer("k", 2) with { PositiveInteger = true, Minimum = 1, Help = "The most axes to keep." },
        ParameterSpec.Text("dist_method", "euclidean", "euclidean", Manhattan) with { Help = "How far two cases are from each other." },
        ParameterSpec.Integer("nsd", 0) with
        {
            WholeNumber = true, Minimum = 0, Help = "How many nearest neighbours are on a case's way to others; 0 keeps all distances as they are.",
        },
        ParameterSpec.Text("path", "shortest", "shortest", Extended) with
        {
            Help = "The distances of cases that are no neighbours: the shortest path over neighbours, or the shortest of two known distances, again and again.",
        },
    ]);

    /// <summary>All that a request can set: the own options and the columns to fit.</summary>
    public static ParameterSet Set { get; } = DecompositionOptions.WithFeatures(Own);

    /// <summary>The options of a bound set.</summary>
    public static IsomapParameters From(ParameterValues values) => new(
        values.Integer("k"),
        values.Text("dist_method") == Manhattan ? IsomapDistance.Manhattan : IsomapDistance.Euclidean,
        values.Integer("nsd"),
        values.Text("path") == Extended ? IsomapPath.Extended : IsomapPath.Shortest);
}
