using System.Numerics.Tensors;
using System.Text.Json;
using Rtemis.Learning.Decomposition.Umap;
using Rtemis.Learning.Neighbours;
using Rtemis.Learning.Running;
using Rtemis.Learning.Tests.Golden;
using Rtemis.Learning.Tests.Golden.Unsupervised;

namespace Rtemis.Learning.Tests.Decomposition.Umap;

/// <summary>Graphs and starts are those of uwot 0.1.14; layouts keep neighbourhoods as well as those that rtemis 1.3.7 made.</summary>
public class UmapGoldenTests
{
    static readonly JsonElement Recorded = GoldenData.ReadCompressed("Umap", "graphs");

    static readonly JsonElement Layouts = GoldenData.ReadCompressed("Umap", "layouts");

    // Within 1e-8 where uwot's neighbours are exact, and within 1e-4 where they come from Annoy in single precision.
    [Theory]
    [InlineData("euclidean", 1e-8)]
    [InlineData("scaled", 1e-8)]
    [InlineData("few", 1e-8)]
    [InlineData("manhattan", 1e-4)]
    [InlineData("cosine", 1e-4)]
    public void TheGraphIsTheRecordedOne(string name, double tolerance)
    {
        var recorded = Recorded.GetProperty("cases").GetProperty(name);
        var graph = Graph(recorded.GetProperty("n_neighbors").GetInt32(), recorded.GetProperty("metric").GetString()!, recorded.GetProperty("scale").GetBoolean());
        var edges = Enumerable.Range(0, graph.Vertices).SelectMany(i => graph.Targets(i).ToArray().Zip(graph.Weights(i).ToArray(), (j, w) => (i, j, w))).ToArray();
        Assert.Equal(Integers(recorded, "i").Zip(Integers(recorded, "j")), edges.Select(e => (e.i, e.j)));
        foreach (var (edge, weight) in edges.Zip(GoldenData.Numbers(recorded.GetProperty("w")))) Assert.Equal(weight, edge.w, tolerance);
    }

    // Up to sign: unit vectors whose product is 1 within 1e-4, since uwot stops early.
    [Theory]
    [InlineData("normlaplacian", false)]
    [InlineData("laplacian", true)]
    public void SpectralDirectionsAreTheRecordedOnes(string name, bool byDegree)
    {
        var start = SpectralStart.Of(Graph(15, "euclidean", scale: false), 2, byDegree, new RunContext(threads: 2));
        var rows = Recorded.GetProperty("inits").GetProperty(name).EnumerateArray().Select(GoldenData.Numbers).ToArray();
        // uwot gives the two in either order.
        double Likeness(int mine, int theirs) => Math.Abs(TensorPrimitives.Dot(start.Column(mine), rows.Select(r => r[theirs]).ToArray()));
        Assert.Equal(1, Math.Max(Likeness(0, 0), Likeness(0, 1)), 1e-4);
        Assert.Equal(1, Math.Max(Likeness(1, 0), Likeness(1, 1)), 1e-4);
    }

    [Theory]
    [InlineData("iris", 4, 150)]
    [InlineData("synth", 5, 2000)]
    public void NeighbourhoodsAreKeptAsWellAsByR(string name, int columns, int rows)
    {
        double[][] data = [.. GoldenData.Table(name).Columns.Take(columns).Select(c => ((Rtemis.Data.DoubleColumn)c).Values.ToArray())];
        var layout = Layouts.GetProperty(name);
        double[][] theirs = [GoldenData.Numbers(layout.GetProperty("V1")), GoldenData.Numbers(layout.GetProperty("V2"))];
        var model = new UmapDecomposer(UmapParameters.From(UmapParameters.Set.Defaults)).Fit(Frames.Of(data), new RunContext(seed: 1));
        double[][] mine = [model.Scores.Column(0).ToArray(), model.Scores.Column(1).ToArray()];
        Assert.Equal(rows, mine[0].Length);
        var (kept, recorded) = (NeighbourhoodPreservation.Of(Standardized(data), mine), NeighbourhoodPreservation.Of(Standardized(data), theirs));
        TestContext.Current.TestOutputHelper!.WriteLine($"{name}: {kept}, R {recorded}");
        Assert.True(kept.Trustworthiness >= recorded.Trustworthiness - 0.02, $"{kept} instead of {recorded}");
        Assert.True(kept.Continuity >= recorded.Continuity - 0.02, $"{kept} instead of {recorded}");
    }

    static WeightedGraph Graph(int neighbors, string metric, bool scale)
    {
        var rows = Recorded.GetProperty("x").EnumerateArray().Select(GoldenData.Numbers).ToArray();
        var frame = Frames.Of([.. Enumerable.Range(0, 4).Select(j => rows.Select(r => r[j]).ToArray())]);
        var parameters = UmapParameters.From(UmapParameters.Set.Defaults) with { Neighbors = neighbors, Metric = metric };
        var context = new RunContext(threads: 2);
        return new UmapDecomposer(parameters).Graph(UmapScaling.Of(frame, scale, context).Apply(frame), context);
    }

    static double[][] Standardized(double[][] columns) => [.. columns.Select(c =>
    {
        var mean = c.Average();
        var deviation = Math.Sqrt(c.Sum(v => (v - mean) * (v - mean)) / (c.Length - 1));
        return Array.ConvertAll(c, v => (v - mean) / deviation);
    })];

    static int[] Integers(JsonElement recorded, string name) => [.. recorded.GetProperty(name).EnumerateArray().Select(e => e.GetInt32())];
}
