using Rtemis.Data;
using Rtemis.Learning.Data;
using Rtemis.Learning.Running;
using Rtemis.Learning.Supervised.Cart;

namespace Rtemis.Learning.Tests.Supervised.Cart;

/// <summary>Small data sets and what the tests do with them.</summary>
static class CartCases
{
    /// <summary>Eight cases with a number to predict.</summary>
    public static SupervisedData D8 => new(
        [Numbers("x1", 1, 2, 3, 4, 5, 6, 7, 8), Numbers("x2", 2, 1, 4, 3, 6, 5, 8, 7)],
        Numbers("y", 1.2, 1.9, 3.4, 3.8, 5.1, 6.2, 6.8, 8.4));

    /// <summary>Eight cases of two classes.</summary>
    public static SupervisedData B8 => new(
        [Numbers("x1", 1, 2, 3, 4, 5, 6, 7, 8), Numbers("x2", 3, 1, 2, 5, 4, 6, 8, 7)],
        new FactorColumn("y", new[] { 0, 0, 0, 1, 0, 1, 1, 1 }, ["n", "y"]));

    public static DoubleColumn Numbers(string name, params double[] values) => new(name, values);

    public static TreeNode Grow(SupervisedData data, CartParameters? parameters = null) =>
        new TreeGrower(CartSample.From(data), parameters ?? new CartParameters(), new RunContext(threads: 1)).Grow();

    public static CartModel Fit(SupervisedData data, CartParameters? parameters = null, int threads = 1) =>
        new CartLearner(parameters ?? new CartParameters()).Fit(data, new RunContext(threads: threads));

    public static double[] Predict(CartModel model, params Column[] features) =>
        model.Predict(features, new RunContext(threads: 1)).Values.Values;

    public static double[] Predict(CartModel model, SupervisedData data) => Predict(model, [.. data.Features]);

    /// <summary>Random numbers and a factor; the outcome depends on some of them. Zero classes: a number.</summary>
    public static SupervisedData Random(int rows, int numeric, int classes, int seed)
    {
        var random = new System.Random(seed);
        var x = Enumerable.Range(0, numeric).Select(_ => Enumerable.Range(0, rows).Select(_ => random.NextDouble()).ToArray()).ToArray();
        var group = Enumerable.Range(0, rows).Select(_ => random.Next(5)).ToArray();
        var y = Enumerable.Range(0, rows).Select(i => 3 * x[0][i] + (x[1][i] > 0.5 ? 1 : 0) + group[i] % 3 + random.NextDouble()).ToArray();
        Column[] numbers = [.. x.Select((values, j) => new DoubleColumn($"x{j}", values))];
        Column[] features = [.. numbers, new FactorColumn("g", group, ["a", "b", "c", "d", "e"])];
        if (classes == 0) return new SupervisedData(features, new DoubleColumn("y", y));
        var codes = y.Select(v => Math.Clamp((int)(v / 6.5 * classes), 0, classes - 1)).ToArray();
        return new SupervisedData(features, new FactorColumn("y", codes, [.. Enumerable.Range(0, classes).Select(k => $"k{k}")]));
    }
}
