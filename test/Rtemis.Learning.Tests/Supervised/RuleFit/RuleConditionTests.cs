using Rtemis.Learning.Supervised.RuleFit;

namespace Rtemis.Learning.Tests.Supervised.RuleFit;

public sealed class RuleConditionTests
{
    static readonly string[] Levels = ["a", "b", "c"];

    // R: paste0(" <= ", v)
    [Theory]
    [InlineData(2.0000000000000004, "x <= 2")]
    [InlineData(100000, "x <= 1e+05")]
    [InlineData(123456.5, "x <= 123456.5")]
    [InlineData(0.1 + 0.2, "x <= 0.3")]
    [InlineData(1.0000000180025095e-35, "x <= 1.00000001800251e-35")]
    [InlineData(-1e-7, "x <= -1e-07")]
    public void NumbersAreWrittenAsInR(double threshold, string text) => Assert.Equal(text, new RuleCondition(0, false, threshold, null).Text("x", null));

    [Theory]
    [InlineData(new[] { 0, 2 }, "x %in% c('a','c')")]
    [InlineData(new[] { 1 }, "x %in% c('b')")]
    [InlineData(new int[0], "x %in% c('')")]
    public void LevelsAreWrittenAsInR(int[] levels, string text) => Assert.Equal(text, new RuleCondition(0, false, 0, levels).Text("x", Levels));

    [Fact]
    public void AMissingValueMeetsNoCondition()
    {
        double[] values = [1, 2, double.NaN];
        Assert.Equal([true, false, false], Met(new RuleCondition(0, false, 1, null), values));
        Assert.Equal([false, true, false], Met(new RuleCondition(0, true, 1, null), values));
        Assert.Equal([false, true, false], Met(new RuleCondition(0, false, 0, [0, 2]), values));
    }

    [Fact]
    public void ALevelThatTrainingDidNotHaveMeetsNoCondition()
    {
        double[] values = [0, 1, 2, 3];
        Assert.Equal([true, false, true, false], Met(new RuleCondition(0, false, 0, [0, 2]), values));
        Assert.Equal([false, true, false, false], Met(new RuleCondition(0, false, 0, [1]), values));
        Assert.Equal([false, false, false, false], Met(new RuleCondition(0, false, 0, []), values));
    }

    static bool[] Met(RuleCondition condition, double[] values)
    {
        var matches = new bool[values.Length];
        Array.Fill(matches, true);
        condition.Narrow(values, matches);
        return matches;
    }
}
