using Rtemis.Learning.Parameters;
using Rtemis.Learning.Random;
using Rtemis.Learning.Supervised.Cart;
using Rtemis.Learning.Tuning;

namespace Rtemis.Learning.Tests.Tuning;

public sealed class TuningGridTests
{
    [Fact]
    public void TheFirstDeclaredNameVariesFastest()
    {
        var grid = Grid(("ifw", Flags), ("maxdepth", SearchPlan.Whole(1, 2)), ("cp", SearchPlan.Numbers(0.1, 0.2)));
        Assert.Equal(["cp", "maxdepth", "ifw"], grid.Names);
        Assert.Equal(
            ["0.1 1L TRUE", "0.2 1L TRUE", "0.1 2L TRUE", "0.2 2L TRUE", "0.1 1L FALSE", "0.2 1L FALSE", "0.1 2L FALSE", "0.2 2L FALSE"], Rows(grid));
    }

    [Fact]
    public void WhatIsGivenTwiceIsTriedOnce() => Assert.Equal(["3L", "1L"], Rows(Grid(("maxdepth", SearchPlan.Whole(3, 1, 3)))));

    [Fact]
    public void ASampleKeepsTheOrder()
    {
        // R with L'Ecuyer: set.seed(2026); sample(10) begins 3 7 10 4.
        var sample = Grid(("maxdepth", SearchPlan.Whole([.. Enumerable.Range(1, 10)]))).Sample(4, new LEcuyerCmrg(2026));
        Assert.Equal(["3L", "4L", "7L", "10L"], Rows(sample));
    }

    [Theory]
    [InlineData(5, 0.5, 2)]
    [InlineData(7, 0.5, 4)]
    [InlineData(3, 0.1, 1)]
    public void SharesAreRoundedToTheEvenNumber(int combinations, double share, int tried) => Assert.Equal(
        tried, SearchPlan.Config(("search_type", new ParameterValue.Text("randomized")), ("randomize_p", new ParameterValue.Number(share))).Tried(combinations));

    [Fact]
    public void TooManyCombinationsAreRefused()
    {
        var many = SearchPlan.Whole([.. Enumerable.Range(1, 400)]);
        var refused = Assert.Throws<ParameterException>(() => Grid(("minsplit", many), ("minbucket", many)));
        Assert.Equal("The search has 160000 combinations of hyperparameters; at most 100000 can be tried.", refused.Message);
    }

    static ParameterValue Flags => new ParameterValue.Candidates([new ParameterValue.Logical(true), new ParameterValue.Logical(false)]);

    static TuningGrid Grid(params (string Name, ParameterValue Value)[] given) =>
        TuningGrid.Of(CartParameters.Set.Bind(given.Select(g => KeyValuePair.Create(g.Name, g.Value))));

    static IEnumerable<string> Rows(TuningGrid grid) => grid.Rows.Select(r => string.Join(' ', r.Select(v => v.Source)));
}
