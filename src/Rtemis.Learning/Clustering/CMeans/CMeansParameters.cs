using Rtemis.Learning.Clustering.Centroids;
using Rtemis.Learning.Parameters;

namespace Rtemis.Learning.Clustering.CMeans;

/// <summary>What fuzzy c-means is told.</summary>
/// <param name="K">The number of clusters.</param>
/// <param name="MaxIterations">The most passes over the cases.</param>
/// <param name="Distance">How far a case is from a center.</param>
/// <param name="Method">How the centers are found.</param>
/// <param name="Fuzziness">The exponent of the memberships, above 1; the closer to 1, the harder the clusters.</param>
/// <param name="Rate">How fast centers move at first with <see cref="CMeansMethod.Ufcl"/>.</param>
/// <param name="Weights">The cases' weights, of 0 or more; repeated if there are fewer than cases.</param>
/// <param name="RelativeTolerance">It ends when a pass changes the objective by less than this share; above 0.</param>
public sealed record CMeansParameters(
    int K, int MaxIterations, CentroidDistance Distance, CMeansMethod Method, double Fuzziness, double Rate, IReadOnlyList<double> Weights,
    double RelativeTolerance)
{
    const string Control = "control";
    const string Tolerance = "reltol";
    const string Ufcl = "ufcl";

    // The documented default of e1071.
    const double DefaultRate = 0.3;

    // The square root of the distance from 1 to the next number.
    static readonly double DefaultTolerance = Math.Sqrt(double.BitIncrement(1) - 1);

    /// <summary>The declarations, in rtemis's order.</summary>
    public static ParameterSet Set { get; } = new("CMeansConfig", null,
    [
        CentroidOptions.K(2),
        ParameterSpec.Integer("max_iter", 100) with { PositiveInteger = true, Minimum = 1, Help = "The most passes over the cases." },
        CentroidOptions.Distance,
        ParameterSpec.Text("method", "cmeans", "cmeans", Ufcl) with
        {
            Help = "How centers are found: of all cases in turn with the memberships (cmeans), or moving at each case (ufcl).",
        },
        ParameterSpec.Number("m", 2) with
        {
            Minimum = 1, MinimumExclusive = true, Help = "The exponent of the memberships; the closer to 1, the harder the clusters.",
        },
        ParameterSpec.Number("rate_par", null) with
        {
            Minimum = 0, Maximum = 1, Help = "How fast centers move at first with method ufcl; 0.3 where unset. Method cmeans has no use for it.",
        },
        ParameterSpec.Number("weights", 1) with { Vector = true, Help = "The weights of the cases, repeated as often as it takes." },
        new()
        {
            Name = Control,
            Kind = ParameterKind.List,
            Default = new ParameterValue.Vector([]),
            Help = "An object: `reltol` is the share of change in the objective at which to end, 1.5e-8 by default. Other names have no effect.",
        },
    ])
    {
        Rules = [ToleranceProblem],
    };

    /// <summary>The options of a bound set.</summary>
    public static CMeansParameters From(ParameterValues values) => new(
        values.Integer("k"), values.Integer("max_iter"), CentroidOptions.DistanceOf(values),
        values.Text("method") == Ufcl ? CMeansMethod.Ufcl : CMeansMethod.CMeans, values.Number("m"), values.NumberOrNull("rate_par") ?? DefaultRate,
        values.NumbersOrNull("weights")!,
        ToleranceOf(values) switch
        {
            ParameterValue.Integer whole => whole.Value,
            ParameterValue.Number number => number.Value,
            _ => DefaultTolerance,
        });

    static string? ToleranceProblem(ParameterValues values) =>
        ToleranceOf(values) is null or ParameterValue.None or ParameterValue.Integer or ParameterValue.Number ? null : $"`{Control}${Tolerance}` must be a number.";

    static ParameterValue? ToleranceOf(ParameterValues values) =>
        (values[Control] as ParameterValue.Map)?.Items.LastOrDefault(i => i.Key == Tolerance).Value;
}
