using Rtemis.Learning.Data;
using Rtemis.Learning.Decomposition.Tsne;
using Rtemis.Learning.Running;
using Rtemis.Learning.Tests.Golden.Unsupervised;

namespace Rtemis.Learning.Tests.Decomposition.Tsne;

public class TsneRuleTests
{
    static readonly TsneParameters Options = new() { Perplexity = 5, MaxIter = 10 };

    // Each case breaks its rule and the one behind it too, so the order is held to.
    public static TheoryData<TsneParameters, string> Refused => new()
    {
        { Options with { IsDistance = true, K = 4 }, "Input is not an accepted distance matrix" },
        { Options with { K = 4, MaxIter = 0 }, "dims should be either 1, 2 or 3" },
        { Options with { MaxIter = 0, YInit = new Matrix(3, 2) }, "number of iterations should be a positive integer" },
        { Options with { YInit = new Matrix(30, 3), Perplexity = 0 }, "incorrect format for Y_init" },
        { Options with { YInit = new Matrix(3, 2), Perplexity = 0 }, "incorrect format for Y_init" },
        { Options with { Perplexity = 0, Theta = 2 }, "perplexity should be a positive number" },
        { Options with { Theta = 2, StopLyingIter = -1 }, "theta should lie in [0, 1]" },
        { Options with { StopLyingIter = -1, MomSwitchIter = -1 }, "stop_lying_iter should be a positive integer" },
        { Options with { MomSwitchIter = -1, Momentum = -1 }, "mom_switch_iter should be a positive integer" },
        { Options with { Momentum = -1, FinalMomentum = -1 }, "momentum should be a positive number" },
        { Options with { FinalMomentum = -1, Eta = 0 }, "final momentum should be a positive number" },
        { Options with { Eta = 0, ExaggerationFactor = 0 }, "eta should be a positive number" },
        { Options with { ExaggerationFactor = 0, Perplexity = 11 }, "exaggeration_factor should be a positive number" },
        { Options with { Perplexity = 9.7, PartialPca = true }, "perplexity is too large for the number of samples" },
        { Options with { PartialPca = true, InitialDims = 4 }, "max(nu, nv) must be strictly less than min(nrow(A), ncol(A))" },
        { Options with { PcaScale = true }, "cannot rescale a constant/zero column to unit variance" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void RefusesInRtsnesOrder(TsneParameters parameters, string message)
    {
        var columns = Frames.Normal(30, 4, 1);
        columns[3] = new double[30];
        Refuses(message, parameters, columns);
    }

    [Fact]
    public void RefusesEqualCasesWithAHint()
    {
        var columns = Frames.Normal(30, 4, 1);
        foreach (var column in columns) column[7] = column[3];
        const string hint = "\nSuggestion:\n  Remove duplicates using `preprocess()`";
        Refuses("Remove duplicates before running TSNE.", Options, columns, hint);
        Refuses("Remove duplicates before running TSNE.", Options with { Pca = false }, columns, hint);
        Fit(Options with { CheckDuplicates = false }, columns);
    }

    [Fact]
    public void RefusesWhatIsInfinite()
    {
        var columns = Frames.Normal(30, 4, 1);
        columns[2][5] = double.PositiveInfinity;
        Refuses("infinite or missing values in 'x'", Options, columns);
        Refuses("infinite or missing values in 'x'", Options with { Pca = false }, columns);
    }

    [Fact]
    public void TellsOfStepsBeyondAllBounds() => Refuses(
        "the map is not finite after 2 iterations; `eta` or a momentum is too large for these data", Options with { Eta = 1e308 }, Frames.Normal(30, 4, 1));

    [Fact]
    public void TheProgressTellsOfARefusal()
    {
        var said = new List<string>();
        var context = new RunContext(sink: m => said.Add(((TextMessage)m).Text));
        Assert.Throws<LearningException>(() => new TsneDecomposer(Options with { Eta = 0 }).Fit(Frames.Of(Frames.Normal(30, 4, 1)), context));
        Assert.Equal(["✖ rtemis_runtime_error", "  caused by: eta should be a positive number"], said);
    }

    [Theory]
    [InlineData(1, 0.5)]
    [InlineData(2, 0.5)]
    [InlineData(3, 0.5)]
    [InlineData(2, 0)]
    public void TheNumberOfThreadsChangesNoBit(int k, double theta)
    {
        var data = Frames.Groups(1000, 5, 3, 0, 4, 9);
        var parameters = Options with { K = k, Theta = theta, MaxIter = 8 };
        var one = Fit(parameters, data, new RunContext(threads: 1, seed: 1));
        Assert.Equal(one.Scores.Values, Fit(parameters, data, new RunContext(threads: 4, seed: 1)).Scores.Values);
    }

    // The start is drawn without regard to the data, so what does not change distances changes nothing but rounding.
    [Theory]
    [InlineData(0)]
    [InlineData(0.5)]
    public void TurningMovingAndScalingTheDataChangesNothing(double theta)
    {
        var data = Frames.Normal(60, 2, 4);
        double[][] turned = [[.. data[0].Zip(data[1], (x, y) => 50 * (0.6 * x - 0.8 * y) + 3)], [.. data[0].Zip(data[1], (x, y) => 50 * (0.8 * x + 0.6 * y) - 1)]];
        // The largest coordinate, which all are divided by, is another after the turn.
        var parameters = Options with { Theta = theta, Pca = true };
        var expected = Fit(parameters, data, new RunContext(seed: 1)).Scores.Values;
        var values = Fit(parameters, turned, new RunContext(seed: 1)).Scores.Values;
        for (var i = 0; i < values.Length; i++) Assert.Equal(expected[i], values[i], 1e-6 * (1 + Math.Abs(expected[i])));
    }

    [Fact]
    public void TheMapsMiddleIsTheOrigin()
    {
        var scores = Fit(Options, Frames.Normal(60, 4, 2)).Scores;
        for (var c = 0; c < 2; c++) Assert.Equal(0, scores.Column(c).ToArray().Average(), 1e-12);
    }

    [Fact]
    public void APerplexityBelowAThirdHasNoNeighbours() => Assert.All(Fit(Options with { Perplexity = 0.2 }, Frames.Normal(20, 3, 2)).Scores.Values, v => Assert.True(double.IsFinite(v)));

    [Fact]
    public void CasesAtOnePlaceStayFinite()
    {
        var parameters = Options with { CheckDuplicates = false, YInit = new Matrix(40, 2), Pca = false };
        Assert.All(Fit(parameters, [new double[40], new double[40]]).Scores.Values, v => Assert.Equal(0, v));
    }

    [Fact]
    public void StopsWhenCancelled()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        Assert.Throws<OperationCanceledException>(() => Fit(Options, Frames.Normal(30, 4, 1), new RunContext(cancellation: source.Token)));
    }

    static void Refuses(string message, TsneParameters parameters, double[][] columns, string hint = "")
    {
        var refused = Assert.Throws<LearningException>(() => Fit(parameters, columns));
        Assert.Equal($"Rtsne::Rtsne failed with error:\n{message}\n{hint}", refused.Message);
        Assert.Equal("rtemis_runtime_error", refused.Condition);
    }

    static TsneModel Fit(TsneParameters parameters, double[][] columns, RunContext? context = null) =>
        new TsneDecomposer(parameters).Fit(Frames.Of(columns), context ?? new RunContext(seed: 1));
}
