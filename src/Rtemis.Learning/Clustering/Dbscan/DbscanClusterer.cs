using Rtemis.Learning.Data;
using Rtemis.Learning.Neighbours;
using Rtemis.Learning.Running;

namespace Rtemis.Learning.Clustering.Dbscan;

/// <summary>
/// Density-based clustering: cases with many others near them are cores, cores that are near one another are in one cluster, and cases near
/// a core are at the border of its cluster, the first such where there are several. All else is noise. Cases with an infinite number are
/// near none. Sources: M. Ester, H.-P. Kriegel, J. Sander, X. Xu, KDD 1996; the labels are those of R's <c>dbscan::dbscan</c>.
/// </summary>
/// <param name="parameters">The options.</param>
public sealed class DbscanClusterer(DbscanParameters parameters) : IClusterer
{
    /// <inheritdoc/>
    public string Algorithm => "DBSCAN";

    /// <inheritdoc/>
    public int? K => null;

    /// <inheritdoc/>
    public ClusterAssignment Fit(NumericFrame data, RunContext context)
    {
        if (parameters.Weights is { } weights && weights.Count != data.Rows)
            throw new LearningException("simpleError", "length of weights vector is incompatible with data.");
        var clusters = data.Rows == 0 ? [] : Grow(new Neighbourhoods(data, Limit(), context), context);
        return new DensityAssignment(clusters, parameters.Eps, parameters.MinPoints, parameters.BorderPoints);
    }

    // No list of neighbours is kept: there may be more of them than there is memory for.
    int[] Grow(Neighbourhoods near, RunContext context)
    {
        var cores = FindCores(near, context);
        var sets = new DisjointSets(near.Count);
        var join = new CoreJoin(near.Blocks, near.Limit, cores, sets);
        near.ForEach(i => cores[i] ? join.Of(i) : null, context);
        var clusters = Number(cores, sets);
        if (!parameters.BorderPoints) return clusters;
        var borders = new int[clusters.Length];
        near.ForEach(border => cores[border] ? null : new PointsWithin(near.Limit, Take(border)), context);
        for (var i = 0; i < clusters.Length; i++) clusters[i] += borders[i];
        return clusters;

        Action<int> Take(int border) => other =>
        {
            if (cores[other]) borders[border] = Earlier(borders[border], clusters[other]);
        };
    }

    bool[] FindCores(Neighbourhoods near, RunContext context)
    {
        var masses = new NeighbourMass[near.Count];
        near.ForEach(i => masses[i] = new NeighbourMass(near.Limit, parameters.MinPoints, parameters.Weights), context);
        return [.. masses.Select(m => m.IsEnough)];
    }

    static int Earlier(int cluster, int other) => cluster == 0 ? other : Math.Min(cluster, other);

    static int[] Number(bool[] cores, DisjointSets sets)
    {
        var (numbers, found) = (new int[cores.Length], 0);
        for (var i = 0; i < numbers.Length; i++)
        {
            if (!cores[i]) continue;
            var first = sets.First(i);
            numbers[i] = first == i ? ++found : numbers[first];
        }
        return numbers;
    }

    // The largest squared distance: where R compares distances, that whose rounded root is still within the radius.
    double Limit()
    {
        var limit = parameters.Eps * parameters.Eps;
        if (parameters.Search != DbscanSearch.Dist) return limit;
        while (Math.Sqrt(limit) > parameters.Eps) limit = double.BitDecrement(limit);
        while (Math.Sqrt(double.BitIncrement(limit)) <= parameters.Eps) limit = double.BitIncrement(limit);
        return limit;
    }
}
