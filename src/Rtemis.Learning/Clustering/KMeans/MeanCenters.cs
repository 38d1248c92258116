using Rtemis.Learning.Data;

namespace Rtemis.Learning.Clustering.KMeans;

/// <summary>The mean of each column.</summary>
sealed class MeanCenters(NumericFrame data) : ICenterRule
{
    public void Move(int[] labels, Matrix centers)
    {
        var counts = new int[centers.Rows];
        foreach (var label in labels) counts[label]++;
        // Neighbours are often in the same cluster: two sums each, so that an addition need not wait for the one before.
        var sums = new double[2 * centers.Rows];
        for (var j = 0; j < data.Columns; j++)
        {
            Array.Clear(sums);
            var values = data.Column(j);
            var even = sums.AsSpan(0, centers.Rows);
            var odd = sums.AsSpan(centers.Rows);
            var i = 0;
            for (; i < labels.Length - 1; i += 2)
            {
                even[labels[i]] += values[i];
                odd[labels[i + 1]] += values[i + 1];
            }
            if (i < labels.Length) even[labels[i]] += values[i];
            for (var c = 0; c < centers.Rows; c++) centers[c, j] = (even[c] + odd[c]) / counts[c];
        }
    }
}
