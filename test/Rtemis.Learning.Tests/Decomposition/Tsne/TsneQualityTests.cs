using Rtemis.Learning.Decomposition.Tsne;
using Rtemis.Learning.Running;
using Rtemis.Learning.Tests.Golden.Unsupervised;

namespace Rtemis.Learning.Tests.Decomposition.Tsne;

/// <summary>Whole runs are random: they are compared by how well they keep the neighbourhoods.</summary>
public class TsneQualityTests
{
    const double Tolerance = 0.02;

    [Theory]
    [InlineData("mtcars", "tsne-mtcars-map", 5)]
    [InlineData("Manifolds/tsne-iris", "tsne-iris-map", 30)]
    public void KeepsNeighbourhoodsAsWellAsTheRecordings(string name, string map, double perplexity)
    {
        var data = GoldenColumns.Read(name);
        var recorded = NeighbourhoodPreservation.Of(data, GoldenColumns.Read($"Manifolds/{map}"));
        // Of some starts the one with the least divergence: single ones may end in a poor place, in R too.
        var best = new uint[] { 1, 2, 3, 4, 5 }
            .Select(seed => new TsneDecomposer(new TsneParameters { Perplexity = perplexity }).Fit(Frames.Of(data), new RunContext(seed: seed)))
            .MinBy(model => model.IterationCosts[^1])!.Scores;
        var ours = NeighbourhoodPreservation.Of(data, [best.Column(0).ToArray(), best.Column(1).ToArray()]);
        TestContext.Current.TestOutputHelper!.WriteLine($"{map}: {ours}, R {recorded}");
        Assert.InRange(ours.Trustworthiness, recorded.Trustworthiness - Tolerance, 1);
        Assert.InRange(ours.Continuity, recorded.Continuity - Tolerance, 1);
    }
}
