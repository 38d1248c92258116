namespace Rtemis.Learning.Tests.Supervised.Boosting;

/// <summary>The numbers of LightGBM 4.6. Sums are recorded with twelve digits.</summary>
public sealed class LightGbmReferenceTests
{
    const double Tolerance = 1e-9;

    public static TheoryData<string> Names => [.. LightGbmCase.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void TreesAndTheirSumsAreThoseOfLightGbm(string name)
    {
        var recorded = LightGbmCase.Find(name);
        var ensemble = recorded.Fit();
        var (columns, raw) = (recorded.Columns, recorded.Raw);
        var worst = 0.0;
        for (var row = 0; row < raw.Length / recorded.Outputs; row++)
        {
            double[] values = [.. columns.Select(c => c.Values.Span[row])];
            for (var k = 0; k < recorded.Outputs; k++)
            {
                var sum = 0.0;
                for (var t = k; t < ensemble.Trees.Length; t += recorded.Outputs) sum += ensemble.Trees[t].ValueOf(values);
                var expected = raw[row * recorded.Outputs + k];
                worst = Math.Max(worst, Math.Abs(sum - expected) / (1 + Math.Abs(expected)));
            }
        }
        var gains = new double[columns.Length];
        foreach (var split in ensemble.Trees.SelectMany(t => t.Splits)) gains[split.Feature] += split.Gain;
        Assert.Equal((recorded.Trees, recorded.Splits), (ensemble.Trees.Length, ensemble.Trees.Sum(t => t.Splits.Length)));
        Assert.InRange(worst, 0, Tolerance);
        Assert.All(recorded.Gains.Zip(gains), pair => Assert.InRange(Math.Abs(pair.First - pair.Second) / (1 + Math.Abs(pair.First)), 0, 1e-5));
    }
}
