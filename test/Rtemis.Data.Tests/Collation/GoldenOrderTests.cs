namespace Rtemis.Data.Tests.Collation;

public class GoldenOrderTests
{
    [Fact]
    public void SortsAsIcuDid()
    {
        var shuffled = GoldenStrings.All.ToArray();
        new Random(11).Shuffle(shuffled);
        Array.Sort(shuffled, RootCollation.Instance);
        Assert.True(shuffled.Length > 5000);
        Assert.Equal(GoldenStrings.All, shuffled);
    }

    [Fact]
    public void IsATotalOrder()
    {
        // The golden list is in order: any two of its strings must compare as their places do, both ways round.
        // That is antisymmetry and transitivity at once.
        var random = new Random(12);
        var texts = GoldenStrings.All;
        for (var n = 0; n < 100_000; n++)
        {
            var i = random.Next(texts.Count);
            var j = random.Next(texts.Count);
            Assert.Equal(i.CompareTo(j), Math.Sign(RootCollation.Instance.Compare(texts[i], texts[j])));
            Assert.Equal(j.CompareTo(i), Math.Sign(RootCollation.Instance.Compare(texts[j], texts[i])));
        }
    }

    [Fact]
    public void SortsTheSameOnManyThreads() => Parallel.For(0, 4, seed =>
    {
        var shuffled = GoldenStrings.All.ToArray();
        new Random(seed).Shuffle(shuffled);
        Array.Sort(shuffled, RootCollation.Instance);
        Assert.Equal(GoldenStrings.All, shuffled);
    });
}
