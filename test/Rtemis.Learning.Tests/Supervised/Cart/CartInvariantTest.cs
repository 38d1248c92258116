using Rtemis.Data;
using Rtemis.Learning.Data;
using Rtemis.Learning.Running;
using Rtemis.Learning.Supervised.Cart;

namespace Rtemis.Learning.Tests.Supervised.Cart;

public class CartInvariantTest
{
    // Copies of a case count as cases where weight does not, in the search for surrogates.
    static readonly CartParameters NoSurrogates = new() { MaxSurrogates = 0, Complexity = 0.002 };

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    [InlineData(3)]
    public void TheOrderOfTheRowsDoesNotMatter(int classes)
    {
        var data = CartCases.Random(300, 4, classes, seed: 1);
        var order = Enumerable.Range(0, 300).ToArray();
        new System.Random(2).Shuffle(order);
        var shuffled = data.SelectRows(order);
        var (one, other) = (CartCases.Fit(data), CartCases.Fit(shuffled));
        AssertClose(CartCases.Predict(one, data), CartCases.Predict(other, data));
        Assert.Equal(one.Importance.Variables, other.Importance.Variables);
        AssertClose(one.Importance.Measures[0].Values, other.Importance.Measures[0].Values);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    [InlineData(3)]
    public void AWeightOfTwoIsTheRowTwice(int classes)
    {
        var data = CartCases.Random(200, 4, classes, seed: 5);
        var weighted = data.WithWeights(Enumerable.Range(0, 200).Select(i => i % 3 == 0 ? 2.0 : 1).ToArray());
        var doubled = data.SelectRows([.. Enumerable.Range(0, 200), .. Enumerable.Range(0, 200).Where(i => i % 3 == 0)]);
        var (one, other) = (CartCases.Fit(weighted, NoSurrogates), CartCases.Fit(doubled, NoSurrogates));
        AssertClose(CartCases.Predict(one, data), CartCases.Predict(other, data));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    [InlineData(3)]
    public void AWeightOfZeroIsNoRow(int classes)
    {
        var data = CartCases.Random(200, 4, classes, seed: 6);
        var weighted = data.WithWeights(Enumerable.Range(0, 200).Select(i => i % 4 == 0 ? 0.0 : 1).ToArray());
        var without = data.SelectRows([.. Enumerable.Range(0, 200).Where(i => i % 4 != 0)]);
        var (one, other) = (CartCases.Fit(weighted), CartCases.Fit(without));
        AssertClose(CartCases.Predict(one, data), CartCases.Predict(other, data));
        AssertClose(one.Importance.Measures[0].Values, other.Importance.Measures[0].Values);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    public void AllWeightsAlikeAreNoWeights(int classes)
    {
        var data = CartCases.Random(200, 4, classes, seed: 7);
        var weighted = data.WithWeights(Enumerable.Repeat(0.5, 200).ToArray());
        AssertClose(CartCases.Predict(CartCases.Fit(data), data), CartCases.Predict(CartCases.Fit(weighted), data));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    [InlineData(3)]
    public void ConstantColumnsChangeNothing(int classes)
    {
        var data = CartCases.Random(200, 4, classes, seed: 8);
        var constant = new DoubleColumn("c", Enumerable.Repeat(7.0, 200).ToArray());
        Column[] features = [.. data.Features, constant, new FactorColumn("f", new int[200], ["only"])];
        var (one, other) = (CartCases.Fit(data), CartCases.Fit(new SupervisedData(features, data.Outcome)));
        Assert.Equal(CartCases.Predict(one, data), CartCases.Predict(other, features));
        Assert.Equal(one.Importance.Variables, other.Importance.Variables);
        Assert.Equal(one.Importance.Measures[0].Values, other.Importance.Measures[0].Values);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    [InlineData(3)]
    public void TheNumberOfThreadsChangesNoBit(int classes)
    {
        var data = CartCases.Random(5000, 20, classes, seed: 3);
        var parameters = new CartParameters { Complexity = 0.0005 };
        var one = CartCases.Fit(data, parameters);
        foreach (var threads in new[] { 2, 5 })
        {
            var other = CartCases.Fit(data, parameters, threads);
            Assert.Equal(one.NodeCount, other.NodeCount);
            Assert.Equal(CartCases.Predict(one, data), CartCases.Predict(other, data));
            Assert.Equal(one.Importance.Variables, other.Importance.Variables);
            Assert.Equal(one.Importance.Measures[0].Values, other.Importance.Measures[0].Values);
        }
    }

    [Theory]
    [InlineData(50)]
    [InlineData(5000)]
    public void ACancelledRunEnds(int rows)
    {
        using var cancellation = new CancellationTokenSource();
        var context = new RunContext(threads: 2, cancellation: cancellation.Token);
        cancellation.Cancel();
        var data = CartCases.Random(rows, 10, 0, seed: 1);
        Assert.ThrowsAny<OperationCanceledException>(() => new CartLearner(new CartParameters()).Fit(data, context));
    }

    static void AssertClose(IReadOnlyList<double> expected, IReadOnlyList<double> actual)
    {
        Assert.Equal(expected.Count, actual.Count);
        for (var i = 0; i < expected.Count; i++) Assert.Equal(expected[i], actual[i], 1e-9 * Math.Max(1, Math.Abs(expected[i])));
    }
}
