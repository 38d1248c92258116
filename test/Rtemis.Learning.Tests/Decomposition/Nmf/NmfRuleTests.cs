using Rtemis.Learning.Data;
using Rtemis.Learning.Decomposition.Nmf;
using Rtemis.Learning.Running;
using Rtemis.Learning.Tests.Golden.Unsupervised;

namespace Rtemis.Learning.Tests.Decomposition.Nmf;

public class NmfRuleTests
{
    const string Keys =
        "\n  Use one of: '.R#brunet', '.R#lee', '.R#nsNMF', '.R#offset', '.siNMF', 'brunet', 'Frobenius',\n  'KL', 'lee', 'ls-nmf', 'nsNMF', 'offset', 'pe-nmf', 'siNMF', 'snmf/l',\n  'snmf/r'.";

    [Theory]
    [InlineData("zzz", "NMF algorithm - No matching entry for key “key=zzz” in the registry." + Keys)]
    [InlineData("", "NMF algorithm - No matching entry for key “key=” in the registry." + Keys)]
    [InlineData("snmf", "NMF algorithm - Multiple entries found for key “key=snmf”: 'snmf/l', 'snmf/r'.")]
    [InlineData("l", "NMF algorithm - Multiple entries found for key “key=l”: 'lee', 'ls-nmf'.")]
    [InlineData("ls", "NMF::run - Update/Stop method for algorithm 'ls-nmf': missing required argument(s) 'weight'")]
    [InlineData("pe-nmf", "NMF::run - Update/Stop method for algorithm 'pe-nmf': missing required argument(s) 'alpha', 'beta'")]
    [InlineData("siNMF", "Method 'siNMF' requires a formula based model")]
    [InlineData(".siNMF", "Method 'siNMF' requires a formula based model")]
    public void RefusesMethods(string method, string message) => Refuses(message, method, [1, 2, 3], [3, 1, 2]);

    [Theory]
    [InlineData("BRUNET", "brunet")]
    [InlineData("bru", "brunet")]
    [InlineData("K", "KL")]
    [InlineData("Frob", "Frobenius")]
    [InlineData("ns", "nsNMF")]
    [InlineData("off", "offset")]
    [InlineData("le", "lee")]
    [InlineData(".r#lee", ".R#lee")]
    [InlineData("snmf/l", "snmf/l")]
    public void MethodsAreFoundAsInR(string method, string key) => Assert.Equal(key, NmfMethodNames.Resolve(method, new RunContext()));

    [Fact]
    public void RefusesNegativeValues() => Refuses("NMF::nmf - Input matrix x contains some negative entries.", "brunet", [1, 2, -1], [0, 0, 0]);

    [Fact]
    public void RefusesColumnsOfZeros() => Refuses("NMF::nmf - Input matrix x contains at least one null or NA-filled row.", "lee", [1, 2, 1], [0, 0, 0]);

    [Fact]
    public void RefusesATableWithoutCases() => Refuses("NMF::nmf - Input matrix x contains at least one null or NA-filled row.", "lee", [], []);

    [Theory]
    [InlineData("brunet", "non-conformable arrays")]
    [InlineData("nsNMF", "non-conformable arrays")]
    [InlineData(".R#brunet", "non-conformable arrays")]
    [InlineData("KL", "missing value where TRUE/FALSE needed")]
    public void RefusesCasesOfZerosWhereDivergenceNeedsMore(string method, string message) => Refuses(message, method, [1, 0, 1], [2, 0, 3]);

    [Theory]
    [InlineData("lee")]
    [InlineData("Frobenius")]
    [InlineData("offset")]
    [InlineData("snmf/r")]
    [InlineData("snmf/l")]
    public void CasesOfZerosHaveScoresOfZero(string method)
    {
        var columns = Enumerable.Range(0, 5).Select(j => NmfTests.Mixture(60, 5, 2).Column(j).ToArray()).ToArray();
        foreach (var column in columns) column[11] = 0;
        var scores = NmfTests.Fit(Frames.Of(columns), 2, method).Scores;
        Assert.Equal((0, 0), (scores[11, 0], scores[11, 1]));
    }

    [Theory]
    [InlineData("brunet", "non-conformable arrays")]
    [InlineData("lee", "non-conformable arrays")]
    [InlineData("Frobenius", "missing value where TRUE/FALSE needed")]
    [InlineData("snmf/r", "SNMF/R::Invalid initialization - NAs found in the basis (W) matrix [4 NAs / 4 entries]")]
    [InlineData("snmf/l", "SNMF/L::Invalid initialization - NAs found in the coefficient (H) matrix [6 NAs / 6 entries]")]
    public void RefusesInfiniteValues(string method, string message) => Refuses(message, method, [1, double.PositiveInfinity, 1], [2, 3, 3]);

    [Fact]
    public void RefusesMoreComponentsThanColumns() => RefusesRank(4, 10, GoldenColumns.Frame("iris"));

    [Fact]
    public void RefusesComponentsThatAreCombinationsOfOthers()
    {
        double[][] columns = [.. Enumerable.Range(0, 3).Select(j => NmfTests.Mixture(60, 3, 2).Column(j).ToArray())];
        RefusesRank(3, 4, Frames.Of([.. columns, columns[0]]));
    }

    [Fact]
    public void OneCaseAndOneComponentAreEnough()
    {
        var one = NmfTests.Fit(Frames.Of([1, 2, 4], [2, 4, 8]), 1, "brunet");
        Assert.Equal(2, one.Scores[1, 0] / one.Scores[0, 0], 1e-9);
        Assert.Equal(2, NmfTests.Fit(Frames.Of([3], [4], [5]), 2, "KL").Scores.Columns);
    }

    [Theory]
    [InlineData(new[] { 0, 1, 1, 2 }, new[] { 2, 0, 0, 1 }, true)]
    [InlineData(new[] { 0, 1, 1, 2 }, new[] { 2, 0, 1, 1 }, false)]
    [InlineData(new[] { 0, 1, 2, 2 }, new[] { 0, 0, 1, 1 }, false)]
    [InlineData(new[] { 0, 0, 1, 1 }, new[] { 0, 1, 2, 2 }, false)]
    public void LabelsAreTheSameWhereTheyPutTheSameCasesTogether(int[] labels, int[] others, bool same) =>
        Assert.Equal(same, ConnectivityStop.IsSamePartition(labels, others, 3));

    [Theory]
    [InlineData("brunet")]
    [InlineData("snmf/r")]
    public void StopsWhenCancelled(string method)
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        Assert.Throws<OperationCanceledException>(
            () => new NmfDecomposer(new NmfParameters(2, method, 1)).Fit(GoldenColumns.Frame("iris"), new RunContext(cancellation: source.Token)));
    }

    [Fact]
    public void CallsItselfNmf() => Assert.Equal("NMF", new NmfDecomposer(new NmfParameters(2, "lee", 1)).Algorithm);

    static void Refuses(string message, string method, params double[][] columns)
    {
        var said = new List<string>();
        var context = new RunContext(m => said.Add(m.Text));
        var refused = Assert.Throws<LearningException>(() => new NmfDecomposer(new NmfParameters(2, method, 1)).Fit(Frames.Of(columns), context));
        Assert.Equal("rtemis_runtime_error", refused.Condition);
        Assert.Equal($"NMF::nmf failed with error:\n{message}\n", refused.Message);
        Assert.Equal(["✖ rtemis_runtime_error", $"  caused by: {message}"], said);
    }

    static void RefusesRank(int rank, int k, NumericFrame data) => Assert.Equal(
        $"The fitted NMF basis has rank {rank} for {k} components, so component scores are not identified. Set `k` to at most {rank}.",
        Assert.Throws<LearningException>(() => NmfTests.Fit(data, k, "brunet")).Message);
}
