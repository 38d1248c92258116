using Rtemis.Learning.Neighbours;
using Rtemis.Learning.Running;

namespace Rtemis.Learning.Tests.Neighbours;

public class WeightedGraphTests
{
    static readonly RunContext Context = new(threads: 2);

    [Fact]
    public void AnEdgeHasTheJoinedWeightsOfBothDirections()
    {
        var graph = WeightedGraph.Symmetric(Table([1, 2], [0, 2], [1, 0]), [0.5, 0.25, 1, 0, 0.125, 0], (a, b) => a + 10 * b, Context);
        Assert.Equal([1, 2], graph.Targets(0).ToArray());
        Assert.Equal([10.5, 0.25], graph.Weights(0).ToArray());
        Assert.Equal([0, 2], graph.Targets(1).ToArray());
        Assert.Equal([6, 1.25], graph.Weights(1).ToArray());
        Assert.Equal([2.5, 0.125], graph.Weights(2).ToArray());
    }

    [Fact]
    public void ConnectedPartsAreCountedInTheOrderOfTheirFirstVertices()
    {
        var graph = WeightedGraph.Symmetric(Table([3], [2], [1], [0], [3]), [1, 1, 1, 1, 1], Math.Max, Context);
        Assert.Equal([0, 1, 1, 0, 0], graph.Components());
    }

    [Fact]
    public void EdgesCanBeLeftOutAndTakenFromAnother()
    {
        var graph = WeightedGraph.Symmetric(Table([1, 2], [0, 2], [0, 1]), [1, 2, 1, 3, 2, 3], Math.Max, Context);
        var heavy = graph.Where(w => w > 1);
        Assert.Equal([2], heavy.Targets(0).ToArray());
        Assert.Equal([0, 1], heavy.Targets(2).ToArray());
        var joined = heavy.Join(graph, (a, b) => 100 * a + b, Context);
        Assert.Equal([1, 202], joined.Weights(0).ToArray());
    }

    static NeighbourTable Table(params int[][] neighbours)
    {
        var table = new NeighbourTable(neighbours.Length, neighbours[0].Length);
        for (var i = 0; i < neighbours.Length; i++) neighbours[i].CopyTo(table.Indexes(i));
        return table;
    }
}
