using System.Numerics.Tensors;
using Rtemis.Learning.Data;
using Rtemis.Learning.Parallel;
using Rtemis.Learning.Running;

namespace Rtemis.Learning.Clustering.CMeans;

/// <summary>Weighted means.</summary>
sealed class FuzzyMeans(NumericFrame data, int count) : IFuzzyCenters
{
    // Of each chunk, for each center a sum a column and that of the shares.
    readonly double[][] _sums =
        [.. Enumerable.Range(0, WorkSplit.Chunks(data.Rows, MembershipPass.ChunkRows)).Select(_ => new double[(data.Columns + 1) * count])];

    public void Add(int chunk, int first, int center, ReadOnlySpan<double> shares, bool isNew)
    {
        var sums = _sums[chunk].AsSpan(center * (data.Columns + 1), data.Columns + 1);
        if (isNew) sums.Clear();
        for (var j = 0; j < data.Columns; j++) sums[j] += TensorPrimitives.Dot(shares, data.Column(j).Slice(first, shares.Length));
        sums[data.Columns] += TensorPrimitives.Sum(shares);
    }

    public void Move(Matrix centers, RunContext context)
    {
        var totals = new double[(data.Columns + 1) * count];
        foreach (var sums in _sums) TensorPrimitives.Add(totals, sums, totals);
        for (var c = 0; c < count; c++)
        {
            var own = totals.AsSpan(c * (data.Columns + 1), data.Columns + 1);
            if (own[^1] == 0) continue;
            for (var j = 0; j < data.Columns; j++) centers[c, j] = own[j] / own[^1];
        }
    }
}
