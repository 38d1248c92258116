using Rtemis.Data;
using Rtemis.Learning.Data;
using Rtemis.Learning.Supervised.Cart;
using static Rtemis.Learning.Tests.Supervised.Cart.CartCases;

namespace Rtemis.Learning.Tests.Supervised.Cart;

/// <summary>A feature named <c>weights</c> is what rpart takes for the case weights, and splits on all the same.</summary>
public sealed class CartNamedWeightsTest
{
    static readonly double[] Weights = [1, 5, 1, 1, 2, 1, 3, 1];
    static readonly CartParameters Coarse = new() { Complexity = 0.1 };

    [Theory]
    [InlineData(null)]
    [InlineData(9.0)]
    public void ItWeighsCasesAsInR(double? given)
    {
        var model = Fit(Named(Numbers("weights", Weights), given), Coarse);
        // rpart 4.1.19: the weighted means of the two leaves.
        var predicted = Predict(model, D8.Features[0], Numbers("weights", Weights));
        Assert.Equal([2.2375, 2.2375, 2.2375, 2.2375, 6.457142857142856, 6.457142857142856, 6.457142857142856, 6.457142857142856], predicted, Near);
        Assert.Equal(["x1", "weights"], model.Importance.Variables);
        Assert.Equal([66.47344047619046, 9.49620578231292], model.Importance.Measures[0].Values, Near);
    }

    [Fact]
    public void ItMustHoldWeights()
    {
        Refuses(new FactorColumn("weights", new int[8], ["a"]), "'weights' must be a numeric vector");
        Refuses(Numbers("weights", -1, 5, 1, 1, 2, 1, 3, 1), "negative weights not allowed");
        Refuses(Numbers("weights", double.NaN, 5, 1, 1, 2, 1, 3, 1), "Feature 'weights' is taken for the case weights and must not miss values.");
    }

    static SupervisedData Named(Column weights, double? given = null) =>
        new([D8.Features[0], weights], D8.Outcome, given is { } first ? new[] { first, 1, 1, 1, 1, 1, 1, 1 } : null);

    static void Refuses(Column weights, string message) =>
        Assert.Equal(message, Assert.Throws<LearningException>(() => Fit(Named(weights), Coarse)).Message);

    static bool Near(double a, double b) => Math.Abs(a - b) <= 1e-12 * (1 + Math.Abs(b));
}
