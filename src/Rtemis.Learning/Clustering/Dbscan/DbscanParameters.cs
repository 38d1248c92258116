using Rtemis.Learning.Parameters;

namespace Rtemis.Learning.Clustering.Dbscan;

/// <summary>What density-based clustering is told.</summary>
/// <param name="Eps">The radius of a neighbourhood.</param>
/// <param name="MinPoints">The least number of cases, or sum of their weights, in the neighbourhood of a core case, itself included.</param>
/// <param name="Weights">A weight a case, or null for 1 each.</param>
/// <param name="BorderPoints">Whether a case that is no core but in the neighbourhood of one is in its cluster; noise if not.</param>
/// <param name="Search">How distances are compared with the radius.</param>
public sealed record DbscanParameters(double Eps, int MinPoints, IReadOnlyList<double>? Weights, bool BorderPoints, DbscanSearch Search)
{
    /// <summary>The declarations, in rtemis's order.</summary>
    public static ParameterSet Set { get; } = new("DBSCANConfig", null,
    [
        ParameterSpec.Number("eps", 0.5) with { Minimum = 0, MinimumExclusive = true, Help = "The radius of a neighbourhood." },
        ParameterSpec.Integer("min_points", 5) with
        {
            PositiveInteger = true, Minimum = 1, Help = "The least number of cases in the neighbourhood of a core case, itself included.",
        },
        ParameterSpec.Number("weights", null) with { Vector = true, Help = "A weight for each case; neighbourhoods count by it." },
        ParameterSpec.Logical("border_points", true) with
        {
            Help = "Takes cases that are only near a core case into its cluster; otherwise they are noise.",
        },
        ParameterSpec.Text("search", "kdtree", "kdtree", "linear", "dist") with
        {
            Help = "Whether squared distances are compared (kdtree, linear) or distances (dist); what lies at the radius may differ by rounding.",
        },
        ParameterSpec.Integer("bucket_size", 100) with
        {
            PositiveInteger = true, Minimum = 1, Help = "The size of a leaf in R's search tree; changes no result, and has no effect here.",
        },
        ParameterSpec.Text("split_rule", "SUGGEST", "SUGGEST", "STD", "MIDPT", "FAIR", "SL_MIDPT", "SL_FAIR") with
        {
            Help = "How R's search tree is made; changes no result, and has no effect here.",
        },
        ParameterSpec.Logical("approx", false) with
        {
            Help = "Lets R's search miss neighbours, depending on its tree; the search is always exact here.",
        },
    ]);

    /// <summary>The options of a bound set.</summary>
    public static DbscanParameters From(ParameterValues values) => new(
        values.Number("eps"), values.Integer("min_points"), values.NumbersOrNull("weights"), values.Logical("border_points"),
        values.Text("search") switch
        {
            "linear" => DbscanSearch.Linear,
            "dist" => DbscanSearch.Dist,
            _ => DbscanSearch.KdTree,
        });
}
