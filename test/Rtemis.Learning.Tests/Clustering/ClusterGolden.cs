using System.Text.Json;
using Rtemis.Learning.Clustering.Centroids;
using Rtemis.Learning.Data;
using Rtemis.Learning.Tests.Golden;
using Rtemis.Learning.Tests.Golden.Unsupervised;

namespace Rtemis.Learning.Tests.Clustering;

/// <summary>What R's packages made of iris and of a table of whole hundredths.</summary>
static class ClusterGolden
{
    public static NumericFrame Data(JsonElement recorded) => recorded.GetProperty("data").GetString() == "iris" ? GoldenColumns.Frame("iris") : Made();

    public static CentroidDistance Distance(JsonElement recorded) =>
        recorded.GetProperty("dist").GetString() == "euclidean" ? CentroidDistance.Euclidean : CentroidDistance.Manhattan;

    public static int[] Clusters(JsonElement recorded) => [.. recorded.GetProperty("clusters").EnumerateArray().Select(c => c.GetInt32())];

    public static void Near(JsonElement recorded, string name, Matrix mine, double tolerance)
    {
        var rows = recorded.GetProperty(name);
        Assert.Equal(rows.GetArrayLength(), mine.Rows);
        for (var i = 0; i < mine.Rows; i++)
        {
            var row = GoldenData.Numbers(rows[i]);
            for (var j = 0; j < mine.Columns; j++) Assert.Equal(row[j], mine[i, j], tolerance);
        }
    }

    static NumericFrame Made()
    {
        long[] rows = [.. Enumerable.Range(0, 500)];
        return Frames.Of(
            [.. rows.Select(i => i * 7919 % 1000 / 100.0)], [.. rows.Select(i => i * i * 31 % 1000 / 100.0)],
            [.. rows.Select(i => i * i * i * 17 % 1000 / 100.0)]);
    }
}
