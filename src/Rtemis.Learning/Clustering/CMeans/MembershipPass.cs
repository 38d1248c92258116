using System.Numerics.Tensors;
using Rtemis.Learning.Clustering.Centroids;
using Rtemis.Learning.Data;
using Rtemis.Learning.Parallel;

namespace Rtemis.Learning.Clustering.CMeans;

/// <summary>The memberships of all cases in the clusters of given centers.</summary>
sealed class MembershipPass(NumericFrame data, double[] weights, CMeansParameters parameters, IFuzzyCenters rule)
{
    /// <summary>How many cases a thread takes at a time.</summary>
    public const int ChunkRows = 2048;

    const int BlockRows = NearestCenters.MostCases;

    readonly NearestCenters _nearest = new(data, parameters.Distance);

    /// <summary>One row a case, one column a cluster; as of the last pass.</summary>
    public Matrix Membership { get; } = new(data.Rows, parameters.K);

    /// <summary>Finds the memberships, and hands on the cases' shares in the centers.</summary>
    /// <returns>The objective.</returns>
    public double Run(Matrix centers, WorkSplit work)
    {
        var sums = new double[WorkSplit.Chunks(data.Rows, ChunkRows)];
        work.ForChunks(data.Rows, ChunkRows, (chunk, first, end) =>
        {
            var distances = new double[centers.Rows][];
            for (var c = 0; c < distances.Length; c++) distances[c] = new double[BlockRows];
            for (var at = first; at < end; at += BlockRows) sums[chunk] += Run(centers, chunk, at, Math.Min(BlockRows, end - at), distances);
        });
        return sums.Sum();
    }

    double Run(Matrix centers, int chunk, int first, int count, double[][] distances)
    {
        for (var c = 0; c < centers.Rows; c++) _nearest.Distances(centers, c, first, distances[c].AsSpan(0, count));
        FindMemberships(first, count, distances);
        var objective = 0.0;
        Span<double> shares = stackalloc double[BlockRows];
        shares = shares[..count];
        for (var c = 0; c < centers.Rows; c++)
        {
            FuzzyPowers.Raise(Membership.Column(c).Slice(first, count), parameters.Fuzziness, shares);
            TensorPrimitives.Multiply(shares, weights.AsSpan(first, count), shares);
            objective += TensorPrimitives.Dot(shares, distances[c].AsSpan(0, count));
            rule.Add(chunk, first, c, shares, isNew: first % ChunkRows == 0);
        }
        return objective;
    }

    void FindMemberships(int first, int count, double[][] distances)
    {
        Span<double> buffer = stackalloc double[2 * BlockRows];
        var least = buffer[..count];
        var total = buffer.Slice(BlockRows, count);
        distances[0].AsSpan(0, count).CopyTo(least);
        foreach (var own in distances) TensorPrimitives.Min(least, own.AsSpan(0, count), least);
        total.Clear();
        for (var c = 0; c < distances.Length; c++)
        {
            var memberships = Membership.Column(c).Slice(first, count);
            TensorPrimitives.Divide(least, distances[c].AsSpan(0, count), memberships);
            FuzzyPowers.Raise(memberships, FuzzyPowers.OfDistances(parameters.Fuzziness), memberships);
            TensorPrimitives.Add(total, memberships, total);
        }
        for (var c = 0; c < distances.Length; c++)
        {
            var memberships = Membership.Column(c).Slice(first, count);
            TensorPrimitives.Divide(memberships, total, memberships);
        }
        for (var i = 0; i < count; i++)
            if (least[i] == 0) SetAtCenter(first, i, distances);
    }

    // A case at a center belongs to it alone; one at several centers belongs to none.
    void SetAtCenter(int first, int i, double[][] distances)
    {
        var alone = distances.Count(d => d[i] == 0) == 1;
        for (var c = 0; c < distances.Length; c++) Membership[first + i, c] = alone && distances[c][i] == 0 ? 1 : 0;
    }
}
