using Rtemis.Learning.Running;
using Rtemis.Learning.Supervised.Boosting.Binning;
using Rtemis.Learning.Supervised.Boosting.Options;

namespace Rtemis.Learning.Tests.Supervised.Boosting;

public sealed class BinningTests
{
    static readonly BinningOptions Fine = new() { MinDataInBin = 1 };

    [Fact]
    public void EachValueHasABinWhereThereAreEnough()
    {
        double[] values = [3, 1, 2, 2, 5, 1];
        var bins = NumericBins.Find(values, Fine, 1)!;
        Assert.Equal(4, values.Distinct().Select(bins.Of).Distinct().Count());
        Assert.Equal(values.Order().Select(bins.Of).Order(), values.Order().Select(bins.Of));
    }

    [Fact]
    public void ZeroHasABinApartFromNegativeAndPositiveValues()
    {
        double[] values = [-3, -2, -1, 0, 0, 1, 2, 3];
        var bins = NumericBins.Find(values, Fine, 1)!;
        Assert.Equal(bins.ZeroBin, bins.Of(0));
        Assert.All(values.Where(v => v != 0), v => Assert.NotEqual(bins.ZeroBin, bins.Of(v)));
    }

    [Fact]
    public void MissingValuesHaveTheLastBin()
    {
        double[] values = [1, 2, 3, 4, double.NaN, 1, 2, 3, 4, double.NaN];
        var bins = NumericBins.Find(values, Fine, 1)!;
        Assert.Equal(MissingKind.NaN, bins.Missing);
        Assert.Equal(bins.Count - 1, bins.Of(double.NaN));
        Assert.All(values.Where(v => !double.IsNaN(v)), v => Assert.InRange(bins.Of(v), 0, bins.Count - 2));
    }

    [Fact]
    public void MissingValuesAreZerosWhereTheyAreNotTold()
    {
        double[] values = [1, 2, 3, 4, double.NaN, 1, 2, 3, 4, double.NaN];
        var bins = NumericBins.Find(values, Fine with { UseMissing = false }, 1)!;
        Assert.Equal(MissingKind.None, bins.Missing);
        Assert.Equal(bins.Of(0), bins.Of(double.NaN));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(16)]
    [InlineData(255)]
    [InlineData(600)]
    public void ThereAreNoMoreBinsThanAskedFor(int most)
    {
        var random = new System.Random(1);
        double[] values = [.. Enumerable.Range(0, 5000).Select(_ => random.NextDouble() - 0.3)];
        var bins = NumericBins.Find(values, Fine with { MaxBin = most }, 1)!;
        Assert.InRange(bins.Count, 2, most);
        Assert.All(values, v => Assert.InRange(bins.Of(v), 0, bins.Count - 1));
    }

    [Fact]
    public void BinsOfManyValuesHoldAboutAsManyCasesEach()
    {
        double[] values = [.. Enumerable.Range(1, 10_000).Select(i => (double)i)];
        var bins = NumericBins.Find(values, Fine with { MaxBin = 100 }, 1)!;
        Assert.All(values.GroupBy(bins.Of), bin => Assert.InRange(bin.Count(), 90, 120));
    }

    [Fact]
    public void AFeatureWithoutAUsefulCutIsLeftOut()
    {
        Assert.Null(NumericBins.Find([7, 7, 7], Fine, 1));
        Assert.Null(NumericBins.Find([1, 1, 1, 1, 2], Fine, 2));
        Assert.Null(CategoryBins.Find([0, 0, 0, 0], Fine, 1));
        Assert.Null(CategoryBins.Find([double.NaN, double.NaN], Fine, 1));
    }

    [Fact]
    public void LevelsHaveBinsInTheOrderOfTheirCasesAndTheRareOnesTheFirst()
    {
        double[] codes = [.. Enumerable.Repeat(2.0, 300), .. Enumerable.Repeat(0.0, 500), .. Enumerable.Repeat(1.0, 199), 3.0];
        var bins = CategoryBins.Find(codes, new BinningOptions(), 1)!;
        Assert.Equal((1, 2, 3), (bins.Of(0), bins.Of(2), bins.Of(1)));
        Assert.All((double[])[3, 17, -1, double.NaN], code => Assert.Equal(0, bins.Of(code)));
        Assert.Equal([0, 2, 1], Enumerable.Range(1, 3).Select(bins.Level));
    }

    [Fact]
    public void CasesFindTheirBinsInNarrowAndWideTiles()
    {
        var random = new System.Random(3);
        CodedColumn[] columns = [.. Enumerable.Range(0, 6).Select(_ => new CodedColumn(Enumerable.Range(0, 3000).Select(_ => random.NextDouble()).ToArray(), false))];
        foreach (var most in (int[])[50, 1000])
        {
            var data = BinnedData.Of(columns, 3000, Fine with { MaxBin = most }, 1, new RunContext(threads: 2));
            Assert.Equal(2, data.Tiles.Count);
            Assert.All(data.Tiles, tile => Assert.Equal(most > 256, tile.IsWide));
            Assert.All(data.Features, feature =>
            {
                var values = columns[feature.Index].Values.ToArray();
                Assert.Equal(values.Select(feature.Bins.Of), Enumerable.Range(0, 3000).Select(row => feature[row]));
            });
            var some = data.Select([1, 4], new RunContext(threads: 2));
            Assert.Equal([1, 4], some.Features.Select(f => f.Index));
            Assert.All(Enumerable.Range(0, 3000), row => Assert.Equal(data.Features[4][row], some.Features[1][row]));
        }
    }
}
