using System.Numerics.Tensors;
using Rtemis.Learning.Data;
using Rtemis.Learning.Parallel;

namespace Rtemis.Learning.Clustering.KMeans;

/// <summary>
/// The mean of each column. Sums are kept for each block of cases, and only those of blocks that changed are made anew: the result has the
/// same bits as if all were.
/// </summary>
sealed class MeanCenters(NumericFrame data, int count) : ICenterRule
{
    readonly double[]?[] _sums = new double[]?[(data.Rows + KMeansCases.BlockSize - 1) / KMeansCases.BlockSize];

    public void Move(int[] labels, bool[] changed, Matrix centers, WorkSplit work)
    {
        work.ForChunks(_sums.Length, KMeansRun.BlocksAtATime, (_, first, end) =>
        {
            for (var block = first; block < end; block++)
                if (changed[block]) Sum(labels, block);
        });
        // A row of sums a column, and one of counts.
        var totals = new double[(data.Columns + 1) * count];
        foreach (var sums in _sums) TensorPrimitives.Add(totals, sums, totals);
        var counts = totals.AsSpan(data.Columns * count);
        for (var j = 0; j < data.Columns; j++)
            for (var c = 0; c < count; c++) centers[c, j] = totals[j * count + c] / counts[c];
    }

    void Sum(int[] labels, int block)
    {
        var own = labels.AsSpan(block * KMeansCases.BlockSize, Math.Min(KMeansCases.BlockSize, labels.Length - block * KMeansCases.BlockSize));
        var sums = _sums[block] ??= new double[(data.Columns + 1) * count];
        Array.Clear(sums);
        var counts = sums.AsSpan(data.Columns * count);
        foreach (var label in own) counts[label]++;
        // Neighbours are often in the same cluster: two sums each, so that an addition need not wait for the one before.
        Span<double> odd = new double[count];
        for (var j = 0; j < data.Columns; j++)
        {
            odd.Clear();
            var even = sums.AsSpan(j * count, count);
            var values = data.Column(j).Slice(block * KMeansCases.BlockSize, own.Length);
            var i = 0;
            for (; i < own.Length - 1; i += 2)
            {
                even[own[i]] += values[i];
                odd[own[i + 1]] += values[i + 1];
            }
            if (i < own.Length) even[own[i]] += values[i];
            TensorPrimitives.Add(even, odd, even);
        }
    }
}
