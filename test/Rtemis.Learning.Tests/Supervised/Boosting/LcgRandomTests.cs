using Rtemis.Learning.Supervised.Boosting.Sampling;

namespace Rtemis.Learning.Tests.Supervised.Boosting;

public sealed class LcgRandomTests
{
    // The first numbers of the C runtime of Microsoft, which has this generator, after srand(1).
    [Fact]
    public void NumbersAreThoseOfTheKnownGenerator()
    {
        var random = new LcgRandom(1);
        Assert.Equal([41, 18467, 6334, 26500, 19169], Enumerable.Range(0, 5).Select(_ => (int)(random.NextFloat() * 32768)));
    }

    [Theory]
    [InlineData(10, 1)]
    [InlineData(10, 3)]
    [InlineData(10, 9)]
    [InlineData(1000, 40)]
    [InlineData(1000, 900)]
    public void ASampleHasThatManyDifferentNumbersInOrder(int of, int count)
    {
        var sample = new LcgRandom(5).Sample(of, count);
        Assert.Equal(count, sample.Length);
        Assert.Equal(sample.Distinct().Order(), sample);
        Assert.All(sample, i => Assert.InRange(i, 0, of - 1));
    }

    [Fact]
    public void ASampleOfAllIsAllAndOneOfMoreIsNone()
    {
        Assert.Equal([0, 1, 2], new LcgRandom(5).Sample(3, 3));
        Assert.Empty(new LcgRandom(5).Sample(3, 4));
        Assert.Empty(new LcgRandom(5).Sample(3, 0));
    }
}
