using System.Text.Json;
using Rtemis.Learning.Clustering.Centroids;
using Rtemis.Learning.Clustering.CMeans;
using Rtemis.Learning.Data;
using Rtemis.Learning.Parameters;
using Rtemis.Learning.Running;
using Rtemis.Learning.Tests.Golden;
using Rtemis.Learning.Tests.Golden.Unsupervised;

namespace Rtemis.Learning.Tests.Clustering;

public class CMeansTests
{
    static readonly CMeansParameters Defaults = CMeansParameters.From(CMeansParameters.Set.Defaults);

    static readonly JsonElement[] Recorded = [.. GoldenData.ReadCompressed("Clusters", "cmeans").EnumerateArray()];

    public static TheoryData<int> Fits => [.. Enumerable.Range(0, Recorded.Length)];

    [Theory]
    [MemberData(nameof(Fits))]
    public void AllIsAsE1071HasItGivenItsDraws(int index)
    {
        var recorded = Recorded[index];
        var parameters = new CMeansParameters(
            recorded.GetProperty("k").GetInt32(), recorded.GetProperty("max_iter").GetInt32(), ClusterGolden.Distance(recorded),
            recorded.GetProperty("method").GetString() == "ufcl" ? CMeansMethod.Ufcl : CMeansMethod.CMeans, recorded.GetProperty("m").GetDouble(),
            recorded.GetProperty("rate").GetDouble(), GoldenData.Numbers(recorded.GetProperty("weights")), recorded.GetProperty("reltol").GetDouble());
        var found = Fit(ClusterGolden.Data(recorded), parameters, new RunContext(seed: 7));
        Assert.Equal(recorded.GetProperty("iter").GetInt32(), found.Iterations);
        Assert.Equal(recorded.GetProperty("error").GetDouble(), found.WithinError, 1e-10);
        ClusterGolden.Near(recorded, "centers", found.Centers, 1e-10);
        ClusterGolden.Near(recorded, "membership", found.Membership, 1e-10);
        Assert.Equal(ClusterGolden.Clusters(recorded), found.Clusters);
    }

    [Theory]
    [InlineData(CentroidDistance.Euclidean)]
    [InlineData(CentroidDistance.Manhattan)]
    public void NoPassMakesTheObjectiveWorse(CentroidDistance distance)
    {
        var data = Frames.Of(Frames.Normal(800, 3, 4));
        var course = BatchSearch.Run(
            data, [.. Enumerable.Repeat(1 / 800.0, 800)], [1, 2, 3], Defaults with { K = 3, Distance = distance }, new RunContext()).Course;
        Assert.InRange(course.Count, 3, 101);
        for (var i = 1; i < course.Count; i++) Assert.True(course[i] <= course[i - 1] * (1 + 1e-12));
    }

    [Fact]
    public void AWeightOfTwoIsACaseTwice()
    {
        var columns = Frames.Groups(300, 2, 8, -10, 0, 10);
        double[] weights = [.. Enumerable.Range(0, 300).Select(i => 1.0 + i % 2)];
        var doubled = columns.Select(c => c.Concat(c.Where((_, i) => i % 2 == 1)).ToArray()).ToArray();
        var parameters = Defaults with { K = 3, RelativeTolerance = 1e-14, MaxIterations = 1000 };
        var weighted = Sorted(Fit(Frames.Of(columns), parameters with { Weights = weights }).Centers);
        var repeated = Sorted(Fit(Frames.Of(doubled), parameters).Centers);
        for (var c = 0; c < 3; c++) Assert.Equal(repeated[c], weighted[c], 1e-6);
    }

    [Fact]
    public void ACaseAtACenterBelongsToItAloneAndOneAtTwoToNone()
    {
        var data = Frames.Of([0, 3, 1], [0, 3, 1]);
        var pass = new MembershipPass(data, [0.25, 0.25, 0.5], Defaults with { K = 2 }, new FuzzyMeans(data, 2));
        var centers = new Matrix(2, 2);
        (centers[1, 0], centers[1, 1]) = (3, 3);
        pass.Run(centers, new RunContext().Work);
        Assert.Equal([1, 0, 0.8], pass.Membership.Column(0).ToArray(), (a, b) => Math.Abs(a - b) < 1e-15);
        pass.Run(new Matrix(2, 2), new RunContext().Work);
        Assert.Equal([0, 0.5, 0.5, 0, 0.5, 0.5], pass.Membership.Values);
    }

    [Theory]
    [InlineData(CMeansMethod.CMeans, CentroidDistance.Euclidean)]
    [InlineData(CMeansMethod.CMeans, CentroidDistance.Manhattan)]
    [InlineData(CMeansMethod.Ufcl, CentroidDistance.Euclidean)]
    public void TheNumberOfThreadsChangesNoBit(CMeansMethod method, CentroidDistance distance)
    {
        var data = Frames.Of(Frames.Normal(6000, 3, 2));
        var parameters = Defaults with { K = 3, Method = method, Distance = distance, MaxIterations = 8, Fuzziness = 1.7 };
        var one = Fit(data, parameters, new RunContext(threads: 1, seed: 3));
        var four = Fit(data, parameters, new RunContext(threads: 4, seed: 3));
        Assert.Equal(one.Membership.Values, four.Membership.Values);
        Assert.Equal(one.Centers.Values, four.Centers.Values);
    }

    [Fact]
    public void RefusesInTheOriginalsWords()
    {
        var data = Frames.Of([1, 1, 2, 0.0], [3, 3, 4, -0.0]);
        Refuses("dim(X) must have a positive length", data, Defaults with { K = 1 });
        Refuses("cannot take a sample larger than the population when 'replace = FALSE'", data, Defaults with { K = 5 });
        Refuses("More cluster centers than distinct data points.", data, Defaults with { K = 4 });
        Refuses("Argument 'weights' has negative elements.", data, Defaults with { Weights = [1, -1] });
        Refuses("Argument 'weights' has no positive elements.", data, Defaults with { Weights = [0] });
        Refuses("Control parameter 'reltol' must be positive.", data, Defaults with { RelativeTolerance = 0 });
        Refuses("NA/NaN/Inf in foreign function call (arg 1)", Frames.Of([1, 2, double.NegativeInfinity], [3, 1, 2]), Defaults);
        Assert.Equal(3, Fit(data, Defaults with { K = 3 }).Centers.Rows);
    }

    [Fact]
    public void OptionsAreRtemis()
    {
        Assert.Equal((2, 100, 2.0, 0.3), (Defaults.K, Defaults.MaxIterations, Defaults.Fuzziness, Defaults.Rate));
        Assert.Equal(1.490116119384766e-08, Defaults.RelativeTolerance, 1e-22);
        ParameterValue.Map control = new([new("reltol", 0.01), new("other", "x")]);
        var given = CMeansParameters.Set.Bind([new("method", "ufcl"), new("rate_par", 0.0), new("control", control), new("dist", "manhattan")]);
        var parameters = CMeansParameters.From(given);
        Assert.Equal(
            (CMeansMethod.Ufcl, 0.0, 0.01, CentroidDistance.Manhattan),
            (parameters.Method, parameters.Rate, parameters.RelativeTolerance, parameters.Distance));
        Assert.Equal(Defaults.RelativeTolerance, CMeansParameters.From(CMeansParameters.Set.Bind([new("control", new ParameterValue.Vector([]))])).RelativeTolerance);
        RefusesOption("m", 1, "- @m must be > 1.");
        RefusesOption("rate_par", 2, "- @rate_par must be <= 1.");
        RefusesOption("control", ParameterValue.Null, "- @control must be <list>, not <NULL>.");
        RefusesOption("weights", ParameterValue.Null, "- @weights must be <integer> or <double>, not <NULL>.");
        RefusesOption("weights", new ParameterValue.Vector([]), "- @weights must not be empty.");
        RefusesOption("control", new ParameterValue.Map([new("reltol", "a")]), "`control$reltol` must be a number.");
    }

    static FuzzyAssignment Fit(NumericFrame data, CMeansParameters parameters, RunContext? context = null) =>
        (FuzzyAssignment)new CMeansClusterer(parameters).Fit(data, context ?? new RunContext(seed: 1));

    static double[] Sorted(Matrix centers) => [.. centers.Column(0).ToArray().Order()];

    static void Refuses(string message, NumericFrame data, CMeansParameters parameters)
    {
        var refused = Assert.Throws<LearningException>(() => Fit(data, parameters));
        Assert.Equal(message, refused.Message);
        Assert.Equal("simpleError", refused.Condition);
    }

    static void RefusesOption(string name, ParameterValue value, string problem) =>
        Assert.Equal(problem, Assert.Throws<ParameterException>(() => CMeansParameters.Set.Bind([new(name, value)])).Message.Split('\n')[^1]);
}
