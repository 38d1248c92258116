using Rtemis.Learning.Clustering.Centroids;
using Rtemis.Learning.Data;
using Rtemis.Learning.Running;

namespace Rtemis.Learning.Clustering.CMeans;

/// <summary>Weighted medians: the first number at which the weighted sum of distances is least.</summary>
sealed class FuzzyMedians(SortedColumns sorted, int rows, int count) : IFuzzyCenters
{
    const int CasesBetweenLooks = 4096;

    // One case after the other, since they are visited in the order of their numbers.
    readonly double[] _shares = new double[(long)rows * count];

    public void Add(int chunk, int first, int center, ReadOnlySpan<double> shares, bool isNew)
    {
        for (var i = 0; i < shares.Length; i++) _shares[(long)(first + i) * count + center] = shares[i];
    }

    public void Move(Matrix centers, RunContext context)
    {
        var totals = new double[count];
        for (var i = 0; i < rows; i++)
            for (var c = 0; c < count; c++) totals[c] += _shares[(long)i * count + c];
        context.Work.For(sorted.Columns, j => Move(j, totals, centers, context.Cancellation));
    }

    void Move(int column, double[] totals, Matrix centers, CancellationToken cancellation)
    {
        var values = sorted.Values(column);
        var order = sorted.Order(column);
        var (below, moments, least) = (new double[count], new double[count], new double[count]);
        Array.Fill(least, double.PositiveInfinity);
        for (var i = 0; i < order.Length; i++)
        {
            if (i % CasesBetweenLooks == 0) cancellation.ThrowIfCancellationRequested();
            var value = values[order[i]];
            var shares = _shares.AsSpan(checked(order[i] * count), count);
            for (var c = 0; c < shares.Length; c++)
            {
                var share = shares[c] / totals[c];
                below[c] += share;
                moments[c] += share * value;
                var sum = value * (below[c] - 0.5) - moments[c];
                if (!(sum < least[c])) continue;
                least[c] = sum;
                centers[c, column] = value;
            }
        }
    }
}
