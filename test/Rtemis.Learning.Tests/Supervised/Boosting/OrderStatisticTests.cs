using Rtemis.Learning.Supervised.Boosting.Sampling;

namespace Rtemis.Learning.Tests.Supervised.Boosting;

public sealed class OrderStatisticTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(500)]
    public void EveryPlaceHasTheValueOfTheSortedList(int count)
    {
        var random = new System.Random(count);
        // Few different values, so that there are ties.
        float[] values = [.. Enumerable.Range(0, count).Select(_ => (float)random.Next(count / 3 + 1))];
        var sorted = values.OrderDescending().ToArray();
        for (var place = 0; place < count; place++) Assert.Equal(sorted[place], OrderStatistic.LargestAt([.. values], place));
    }
}
