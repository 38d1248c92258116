using Rtemis.Data;
using Rtemis.Learning.Data;
using Rtemis.Learning.Supervised.Cart;

namespace Rtemis.Learning.Tests.Supervised.Cart;

public class CartMissingTest
{
    const double NA = double.NaN;

    // x1 parts the known cases 4 : 4. x2 copies it for 7 of 8 (below 3.5 goes left), and would send the last case, which misses x1, right.
    static SupervisedData Nine => new(
        [CartCases.Numbers("x1", 1, 2, 3, 4, 5, 6, 7, 8, NA), CartCases.Numbers("x2", 1, 2, 3, 5, 4, 6, 7, 8, 7)],
        CartCases.Numbers("y", 0, 0, 0, 0, 10, 10, 10, 10, 10));

    static CartParameters Stump(int use = 2, int most = 5, int style = 0) =>
        new() { MaxDepth = 1, UseSurrogate = use, MaxSurrogates = most, SurrogateStyle = style };

    [Fact]
    public void TheGainCountsKnownCasesAgainstTheRiskOfAll()
    {
        var root = CartCases.Grow(Nine, Stump());
        Assert.Equal(200 / (4 * Math.Pow(50 / 9.0, 2) + 5 * Math.Pow(40 / 9.0, 2)), root.Split!.Improvement, 13);
        var surrogate = Assert.Single(root.Surrogates);
        Assert.Equal((0.875, 0.75), (surrogate.Agreement, surrogate.Adjusted));
        Assert.Equal(Side.Left, surrogate.Rule.SideOf(3.4));
        Assert.Equal(Side.Right, surrogate.Rule.SideOf(3.6));
        Assert.Equal([200.0, 150], CartCases.Fit(Nine, Stump()).Importance.Measures[0].Values.Select(v => Math.Round(v, 10)));
    }

    [Theory]
    [InlineData(2, 5, 4, 5)] // by the surrogate
    [InlineData(1, 5, 4, 5)]
    [InlineData(0, 5, 4, 4)] // it stops
    [InlineData(1, 0, 4, 4)]
    [InlineData(2, 0, 5, 4)] // both sides weigh the same: left
    public void InTrainingACaseWithoutTheVariableGoes(int use, int most, int left, int right)
    {
        var root = CartCases.Grow(Nine, Stump(use, most));
        Assert.Equal((left, right), (root.Left!.Cases, root.Right!.Cases));
    }

    [Theory]
    [InlineData(2, NA, 7, 10)] // by the surrogate
    [InlineData(2, NA, 2, 0)]
    [InlineData(2, NA, NA, 10)] // more cases went right
    [InlineData(1, NA, 7, 10)]
    [InlineData(1, NA, NA, 50 / 9.0)] // it stops at the root
    [InlineData(0, NA, 7, 50 / 9.0)]
    [InlineData(0, 8, NA, 10)] // what is known is used
    public void InPredictionACaseGoes(int use, double x1, double x2, double predicted)
    {
        var model = CartCases.Fit(Nine, Stump(use));
        Assert.Equal(predicted, CartCases.Predict(model, CartCases.Numbers("x1", x1), CartCases.Numbers("x2", x2))[0], 12);
    }

    [Fact]
    public void InPredictionACaseStopsWhereBothSidesHaveAsMany()
    {
        var model = CartCases.Fit(Nine.SelectRows([0, 1, 2, 3, 4, 5, 6, 7]), Stump());
        Assert.Equal([5.0], CartCases.Predict(model, CartCases.Numbers("x1", NA), CartCases.Numbers("x2", NA)));
    }

    [Fact]
    public void AMissingCellOfAnIntegerIsMissing()
    {
        var present = BitView.Pack(9, i => i < 8);
        var x1 = new IntegerColumn("x1", new[] { 1, 2, 3, 4, 5, 6, 7, 8, 0 }, present);
        var data = new SupervisedData([x1, Nine.Features[1]], Nine.Outcome);
        Assert.Equal(CartCases.Predict(CartCases.Fit(Nine), Nine), CartCases.Predict(CartCases.Fit(data), data));
    }

    [Theory]
    [InlineData(0, 5 / 8.0)]
    [InlineData(1, 5 / 6.0)]
    public void ASurrogatesAgreementIsAShareOfTheCasesThatTheStyleNames(int style, double agreement)
    {
        // Two of the eight cases with x1 miss x2; of the other six, x2 places five as x1 does.
        var data = new SupervisedData(
            [CartCases.Numbers("x1", 1, 2, 3, 4, 5, 6, 7, 8), CartCases.Numbers("x2", NA, 1, 2, 5, 4, 6, 7, NA)],
            CartCases.Numbers("y", 0, 0, 0, 0, 10, 10, 10, 10));
        var root = CartCases.Grow(data, Stump(style: style));
        var surrogate = Assert.Single(root.Surrogates);
        Assert.Equal(agreement, surrogate.Agreement, 12);
        Assert.Equal((agreement - 0.5) / 0.5, surrogate.Adjusted, 12);
    }

    [Fact]
    public void CasesWithoutAnyFeatureAreLeftOut()
    {
        var with = new SupervisedData(
            [CartCases.Numbers("x1", 1, 2, NA, 3, 4), CartCases.Numbers("x2", 4, 3, NA, 2, NA)], CartCases.Numbers("y", 1, 1, 99, 5, 5));
        var root = CartCases.Grow(with);
        Assert.Equal((4, 3.0), (root.Cases, root.Prediction[0]));
    }

    [Fact]
    public void AFactorsLevelThatTrainingDidNotHaveIsMissing()
    {
        var data = new SupervisedData([new FactorColumn("g", new[] { 0, 0, 0, 1, 1 }, ["a", "b"])], CartCases.Numbers("y", 1, 1, 1, 7, 7));
        var model = CartCases.Fit(data);
        // The codes are others than in training: the text counts.
        var asked = new FactorColumn("g", new[] { 0, 1, 2, FactorColumn.Missing }, ["b", "c", "a"]);
        Assert.Equal([7.0, 1, 1, 1], CartCases.Predict(model, asked));
    }

    [Fact]
    public void ALevelThatTheNodeDidNotHaveIsSentByTheMajority()
    {
        // Below x = 4.5 only a and b occur; c is asked there.
        var data = new SupervisedData(
            [CartCases.Numbers("x", 1, 2, 3, 4, 5, 6, 7, 8), new FactorColumn("g", new[] { 0, 1, 0, 0, 2, 2, 2, 2 }, ["a", "b", "c"])],
            CartCases.Numbers("y", 0, 3, 0, 0, 90, 91, 90, 91));
        var model = CartCases.Fit(data, new CartParameters { Complexity = 1e-6, MaxSurrogates = 0 });
        Assert.Equal(0, CartCases.Predict(model, CartCases.Numbers("x", 2), new FactorColumn("g", new[] { 2 }, ["a", "b", "c"]))[0]);
    }
}
