using Rtemis.Learning.Data;
using Rtemis.Learning.Decomposition.Tsne;
using Rtemis.Learning.Random;
using Rtemis.Learning.Running;
using Rtemis.Learning.Tests.Golden.Unsupervised;

namespace Rtemis.Learning.Tests.Decomposition.Tsne;

/// <summary>The same draws lead where Rtsne 0.16 goes; its rounding grows with each iteration, so these are few.</summary>
public class TsneGoldenTests
{
    const double Tolerance = 1e-8;

    static readonly TsneParameters Options = new() { Perplexity = 10, MaxIter = 20 };

    public static TheoryData<string, TsneParameters> Runs => new()
    {
        { "exact", Options with { Theta = 0 } },
        { "tree", Options },
        { "tree-1", Options with { K = 1, MaxIter = 12 } },
        { "tree-3", Options with { K = 3 } },
        { "options", Options with { Theta = 0, MaxIter = 15, PcaScale = true, PcaCenter = false, Normalize = false, InitialDims = 3 } },
        { "plain", Options with { Theta = 0, Pca = false } },
        { "started", Options with { MaxIter = 60, Eta = 20, YInit = Start() } },
    };

    [Theory]
    [MemberData(nameof(Runs))]
    public void FollowsRtsne(string run, TsneParameters parameters) => AssertFollows(run, parameters, Data, new RunContext(seed: 7));

    // The principal components of the original are approximate to some 1e-8, which the descent makes more of.
    [Fact]
    public void FollowsItFromPartialComponents() =>
        AssertFollows("partial", Options with { MaxIter = 5, PartialPca = true, InitialDims = 2 }, Data, new RunContext(seed: 7), 1e-5);

    [Theory]
    [InlineData("given-exact", "distances", 0, 10)]
    [InlineData("given-tree", null, 0.5, 20)]
    public void FollowsItFromDistances(string run, string? distances, double theta, int iterations)
    {
        var data = distances is null ? Distances() : Golden(distances);
        AssertFollows(run, Options with { Theta = theta, MaxIter = iterations, IsDistance = true }, data, new RunContext(seed: 7));
    }

    [Fact]
    public void FollowsItThroughSwitchesOfExaggerationAndMomentum()
    {
        var options = Options with
        {
            Theta = 0,
            MaxIter = 60,
            Eta = 10,
            StopLyingIter = 20,
            MomSwitchIter = 30,
            Momentum = 0.3,
            FinalMomentum = 0.7,
            ExaggerationFactor = 4,
        };
        var model = AssertFollows("switches", options, Data, new RunContext().Quietly(new MersenneTwister(7)));
        Assert.Equal(2, model.IterationCosts.Count);
        Assert.Equal(0.452157627842186, model.IterationCosts[0], 1e-9);
        Assert.Equal(0.421713688680841, model.IterationCosts[1], 1e-9);
        Assert.Equal(0.01419993595385835, model.Costs[0], 1e-9);
    }

    [Fact]
    public void TellsTheCostsOfTheTree()
    {
        var model = new TsneDecomposer(Options).Fit(Frames.Of(Data), new RunContext(seed: 7));
        Assert.Equal(60.2036549907815, Assert.Single(model.IterationCosts), 1e-6);
        Assert.Equal(1.536961558323808, model.Costs[0], 1e-7);
        Assert.Equal(5, model.OriginalDimensions);
        Assert.Equal(["V1", "V2"], model.ComponentNames);
    }

    static TsneModel AssertFollows(string run, TsneParameters parameters, double[][] data, RunContext context, double tolerance = Tolerance)
    {
        var model = new TsneDecomposer(parameters).Fit(Frames.Of(data), context);
        var expected = Golden(run);
        Assert.Equal(expected.Length, model.Scores.Columns);
        for (var c = 0; c < expected.Length; c++)
            for (var i = 0; i < expected[c].Length; i++)
                Assert.Equal(expected[c][i], model.Scores[i, c], tolerance * (1 + Math.Abs(expected[c][i])));
        return model;
    }

    static double[][] Data => Golden("data");

    static double[][] Golden(string name) => GoldenColumns.Read($"Manifolds/tsne-{name}");

    // The second and third column of the data, brought near each other.
    static Matrix Start()
    {
        var data = Data;
        var start = new Matrix(data[0].Length, 2);
        for (var c = 0; c < 2; c++)
            for (var i = 0; i < start.Rows; i++) start[i, c] = data[c + 1][i] * 0.01;
        return start;
    }

    static double[][] Distances()
    {
        var data = Data;
        int[] all = [.. Enumerable.Range(0, data[0].Length)];
        return Array.ConvertAll(all, j => Array.ConvertAll(all, i => Math.Sqrt(data.Sum(c => (c[i] - c[j]) * (c[i] - c[j])))));
    }
}
