using Rtemis.Learning.Data;
using Rtemis.Learning.Supervised.Cart;

namespace Rtemis.Learning.Tests.Supervised.Cart;

public class CartGrowthTest
{
    [Fact]
    public void GrowsTheRegressionTreeOfR()
    {
        var root = CartCases.Grow(CartCases.D8);
        AssertSplit(root, 0, 4.5, 0.762552301255231);
        AssertSplit(root.Left!, 0, 2.5, 0.928216454997240);
        AssertSplit(root.Right!, 0, 7.5, 0.738608058608059);
        AssertSplit(root.Right!.Left!, 0, 5.5, 0.878923766816145);
        Assert.Equal([1.55, 3.6, 5.1, 6.5, 8.4], Leaves(root).Select(l => Math.Round(l.Prediction[0], 12)));
    }

    [Fact]
    public void RanksTheVariablesOfTheRegressionTreeAsR()
    {
        var importance = CartCases.Fit(CartCases.D8).Importance;
        Assert.Equal(["x1", "x2"], importance.Variables);
        Assert.Equal("importance", importance.Measures.Single().Name);
        Assert.Equal([42.5150, 37.0075], importance.Measures[0].Values.Select(v => Math.Round(v, 4)));
    }

    [Fact]
    public void GrowsTheClassificationTreeOfR()
    {
        var root = CartCases.Grow(CartCases.B8);
        AssertSplit(root, 1, 4.5, 4);
        var surrogate = Assert.Single(root.Surrogates);
        AssertRule(surrogate.Rule, 0, 3.5);
        Assert.Equal(0.875, surrogate.Agreement, 12);
        Assert.Equal(0.75, surrogate.Adjusted, 12);
        Assert.Equal([0.0, 1.0], Leaves(root).Select(l => l.Prediction[1]));

        var importance = CartCases.Fit(CartCases.B8).Importance;
        Assert.Equal(["x2", "x1"], importance.Variables);
        Assert.Equal([4.0, 3.0], importance.Measures[0].Values.Select(v => Math.Round(v, 12)));
    }

    [Fact]
    public void SendsTheLowerMeanLeftWhateverTheSideOfTheThreshold()
    {
        var root = CartCases.Grow(new SupervisedData([CartCases.Numbers("x", 1, 2, 3, 4)], CartCases.Numbers("y", 9, 9, 1, 1)));
        Assert.Equal(1, root.Left!.Prediction[0]);
        Assert.Equal(Side.Right, root.Split!.Rule.SideOf(2.4));
        Assert.Equal(Side.Left, root.Split!.Rule.SideOf(2.5));
    }

    [Theory]
    [InlineData(1, 2)]
    [InlineData(2, 4)]
    [InlineData(30, 5)]
    public void StopsAtTheGreatestDepth(int depth, int leaves) =>
        Assert.Equal(leaves, Leaves(CartCases.Grow(CartCases.D8, new CartParameters { MaxDepth = depth })).Count());

    [Theory]
    [InlineData(3)]
    [InlineData(7)]
    public void LeavesEnoughCasesOnEitherSide(int least)
    {
        var data = CartCases.Random(200, 3, 0, seed: 4);
        var root = CartCases.Grow(data, new CartParameters { Complexity = 0, MinBucket = least, MaxSurrogates = 0 });
        Assert.True(Leaves(root).Count() > 5);
        Assert.All(Leaves(root), leaf => Assert.InRange(leaf.Cases, least, 200));
    }

    [Fact]
    public void LeavesNodesOfFewCasesWhole() =>
        Assert.Equal(2, Leaves(CartCases.Grow(CartCases.D8, new CartParameters { MinSplit = 5 })).Count());

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    [InlineData(4)]
    public void PruningGivesTheTreeThatTheSameComplexityGrows(int classes)
    {
        var data = CartCases.Random(400, 4, classes, seed: 9);
        var whole = CartCases.Fit(data, new CartParameters { Complexity = 0.001 });
        foreach (var complexity in new[] { 0.004, 0.01, 0.03, 0.1 })
        {
            var pruned = CartCases.Fit(data, new CartParameters { Complexity = 0.001, PruneComplexity = complexity });
            var grown = CartCases.Fit(data, new CartParameters { Complexity = complexity });
            Assert.Equal(CartCases.Predict(grown, data), CartCases.Predict(pruned, data));
            Assert.Equal(grown.Importance.Variables, pruned.Importance.Variables);
            Assert.True(pruned.NodeCount < whole.NodeCount);
        }
    }

    [Fact]
    public void ATreeWithoutASplitPredictsButHasNoImportance()
    {
        var data = new SupervisedData([CartCases.Numbers("x", 1, 1, 1)], CartCases.Numbers("y", 1, 2, 6));
        var model = CartCases.Fit(data);
        Assert.Equal([3.0, 3, 3], CartCases.Predict(model, data));
        var refusal = Assert.Throws<LearningException>(() => model.Importance);
        Assert.Equal("rtemis_data_error", refusal.Condition);
        Assert.Equal(
            "Variable importance data must include at least two columns: 'variable' and at least one importance measure.", refusal.Message);
    }

    [Fact]
    public void ACutBetweenNeighbouringDoublesPartsNothingAndIsNoSplit()
    {
        // Their midpoint rounds to the lower one, which is then not below it.
        var next = Math.BitIncrement(1.0);
        var data = new SupervisedData([CartCases.Numbers("x", 1, 1, next, next)], CartCases.Numbers("y", 1, 1, 2, 2));
        Assert.Null(CartCases.Grow(data).Split);
    }

    static void AssertSplit(TreeNode node, int variable, double threshold, double improvement)
    {
        AssertRule(node.Split!.Rule, variable, threshold);
        Assert.Equal(improvement, node.Split.Improvement, 13);
    }

    static void AssertRule(SplitRule rule, int variable, double threshold)
    {
        Assert.Equal(variable, rule.Variable);
        Assert.Equal(Side.Left, rule.SideOf(Math.BitDecrement(threshold)));
        Assert.Equal(Side.Right, rule.SideOf(threshold));
    }

    static IEnumerable<TreeNode> Leaves(TreeNode node) => node.Left is null ? [node] : Leaves(node.Left).Concat(Leaves(node.Right!));
}
