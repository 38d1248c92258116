using Rtemis.Data;
using Rtemis.Learning.Data;
using Rtemis.Learning.Supervised.Cart;

namespace Rtemis.Learning.Tests.Supervised.Cart;

public class CartFactorSplitTest
{
    const int Levels = 6;

    static readonly string[] Names = [.. Enumerable.Range(0, Levels).Select(l => $"l{l}")];

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void FindsTheBestOfAllGroupings(int classes)
    {
        for (var seed = 0; seed < 20; seed++)
        {
            var random = new System.Random(seed);
            var codes = Enumerable.Range(0, 40).Select(_ => random.Next(Levels)).ToArray();
            var weights = codes.Select(_ => 1 + random.NextDouble()).ToArray();
            // Random enough to make each grouping its own gain, but a tree of classes needs one that lowers its errors.
            var y = codes.Select(Outcome).ToArray();
            Column outcome = classes == 0
                ? new DoubleColumn("y", y)
                : new FactorColumn("y", y.Select(v => (int)v).ToArray(), [.. Enumerable.Range(0, classes).Select(k => $"k{k}")]);
            const int least = 3;
            var data = new SupervisedData([new FactorColumn("g", codes, Names)], outcome, weights);
            var root = CartCases.Grow(data, new CartParameters { Complexity = 0, MaxDepth = 1, MinBucket = least });

            var best = Enumerable.Range(1, (1 << Levels) - 2).Select(subset => codes.Select(c => (subset >> c & 1) == 1).ToArray())
                .Where(left => left.Count(l => l) >= least && left.Count(l => !l) >= least)
                .Max(left => Gain(y, weights, left, classes));
            var found = codes.Select(c => root.Split!.Rule.SideOf(c) == Side.Left).ToArray();
            Assert.Equal(best, Gain(y, weights, found, classes), 10);
            Assert.Equal(best, root.Split!.Improvement * (classes == 0 ? root.Risk : 1), 10);
            Assert.True(Mean(y, weights, found, side: true) < Mean(y, weights, found, side: false));

            double Outcome(int level)
            {
                if (classes == 0) return random.NextDouble() + level % 3;
                return random.Next(4) == 0 ? random.Next(classes) : level % classes;
            }
        }
    }

    [Fact]
    public void RefusesAFactorWithTooManyLevelsToTryAllGroupings()
    {
        var codes = Enumerable.Range(0, 63).Select(i => i % 21).ToArray();
        var data = new SupervisedData(
            [new FactorColumn("town", codes, [.. Enumerable.Range(0, 30).Select(i => $"t{i}")])],
            new FactorColumn("y", codes.Select(c => c % 3).ToArray(), ["a", "b", "c"]));
        var refusal = Assert.Throws<LearningException>(() => CartCases.Fit(data));
        Assert.Equal("rtemis_data_error", refusal.Condition);
        Assert.Contains("'town' has 21 levels", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void TakesAFactorWithManyLevelsForTwoClasses()
    {
        var codes = Enumerable.Range(0, 300).Select(i => i % 100).ToArray();
        var data = new SupervisedData(
            [new FactorColumn("town", codes, [.. Enumerable.Range(0, 100).Select(i => $"t{i}")])],
            new FactorColumn("y", codes.Select(c => c % 7 == 0 ? 1 : 0).ToArray(), ["a", "b"]));
        Assert.Equal(codes.Select(c => c % 7 == 0 ? 1.0 : 0.0), CartCases.Predict(CartCases.Fit(data), data));
    }

    [Theory]
    [InlineData(2, true)]
    [InlineData(1, false)]
    [InlineData(0, false)]
    public void AFactorIsASurrogateOnlyIfTwoCasesGoAgainstTheSplit(int against, bool surrogate)
    {
        // g copies the side of x, but for the first cases.
        var codes = Enumerable.Range(0, 12).Select(i => i < against ? 1 : i < 6 ? 0 : 1).ToArray();
        var data = new SupervisedData(
            [CartCases.Numbers("x", [.. Enumerable.Range(0, 12)]), new FactorColumn("g", codes, ["a", "b"])],
            CartCases.Numbers("y", [.. Enumerable.Range(0, 12).Select(i => i < 6 ? 0.0 : 1)]));
        Assert.Equal(surrogate, CartCases.Grow(data).Surrogates.Length == 1);
    }

    static double Mean(double[] y, double[] weights, bool[] left, bool side)
    {
        var chosen = Enumerable.Range(0, y.Length).Where(i => left[i] == side).ToArray();
        return chosen.Sum(i => y[i] * weights[i]) / chosen.Sum(i => weights[i]);
    }

    static double Gain(double[] y, double[] weights, bool[] left, int classes)
    {
        var all = Enumerable.Range(0, y.Length).ToArray();
        return Impurity(all) - Impurity([.. all.Where(i => left[i])]) - Impurity([.. all.Where(i => !left[i])]);

        double Impurity(int[] cases)
        {
            var total = cases.Sum(i => weights[i]);
            var mean = cases.Sum(i => weights[i] * y[i]) / total;
            if (classes == 0) return cases.Sum(i => weights[i] * (y[i] - mean) * (y[i] - mean));
            var shares = Enumerable.Range(0, classes).Select(k => cases.Where(i => y[i] == k).Sum(i => weights[i]) / total);
            return total * shares.Sum(p => p * (1 - p));
        }
    }
}
