using System.Diagnostics;
using Rtemis.Data;
using Rtemis.Learning.Clustering.KMeans;
using Rtemis.Learning.Data;
using Rtemis.Learning.Decomposition.Pca;
using Rtemis.Learning.Running;
using Rtemis.Learning.Supervised;
using Rtemis.Learning.Supervised.Cart;
using Rtemis.Learning.Supervised.Glm;
using Rtemis.Learning.Supervised.Knn;
using Rtemis.Learning.Supervised.Nnls;

namespace Rtemis.Learning.Tests.Running;

/// <summary>A call on 100,000 rows of 80 columns ends soon after it was told to, wherever it is.</summary>
public class PromptCancellationTests
{
    const int Rows = 100_000;
    const int Columns = 80;

    // The goal is a tenth of a second; a machine that does much else at the time is given more.
    static readonly TimeSpan Longest = TimeSpan.FromSeconds(3);

    static readonly Column[] Features = MakeFeatures();

    public static TheoryData<string, int> Calls => new MatrixTheoryData<string, int>(
        ["CART", "CART classes", "GLM", "GLM classes", "KNN", "KNN predict", "NNLS", "PCA", "KMeans"], [1, 40, 200]);

    [Theory]
    [MemberData(nameof(Calls))]
    public void A_call_ends_soon_after_it_was_cancelled(string call, int milliseconds)
    {
        var run = Prepare(call);
        using var source = new CancellationTokenSource();
        var cancelled = 0L;
        using var registration = source.Token.Register(() => cancelled = Stopwatch.GetTimestamp());
        source.CancelAfter(milliseconds);
        try
        {
            run(new RunContext(seed: 1, cancellation: source.Token));
        }
        catch (OperationCanceledException)
        {
            var went = Stopwatch.GetElapsedTime(Volatile.Read(ref cancelled));
            TestContext.Current.TestOutputHelper?.WriteLine($"{call} after {milliseconds} ms went on for {went.TotalMilliseconds:0.0} ms");
            Assert.True(went < Longest, $"{call} went on for {went}.");
        }
    }

    static Action<RunContext> Prepare(string call)
    {
        switch (call)
        {
            case "PCA":
                return context => new PcaDecomposer(new PcaParameters(K: 5, Center: true, Scale: true, Tol: null)).Fit(Frame(), context);
            case "KMeans":
                return context => new KMeansClusterer(new KMeansParameters(5, KMeansDistance.Euclidean)).Fit(Frame(), context);
            case "KNN predict":
                var model = new KnnLearner(new KnnParameters()).Fit(Data(classes: false), new RunContext(seed: 1));
                return context => model.Predict(Features, context);
            default:
                var learner = Learner(call.Split(' ')[0]);
                var data = Data(call.EndsWith("classes", StringComparison.Ordinal));
                return context => learner.Fit(data, context);
        }
    }

    static ISupervisedLearner Learner(string algorithm) => algorithm switch
    {
        "CART" => new CartLearner(new CartParameters()),
        "GLM" => new GlmLearner(new GlmParameters()),
        "KNN" => new KnnLearner(new KnnParameters()),
        _ => new NnlsLearner(new NnlsParameters()),
    };

    static NumericFrame Frame() => NumericFrame.From(new Table(Features, Rows));

    static SupervisedData Data(bool classes)
    {
        var sums = new double[Rows];
        for (var c = 0; c < 5; c++)
            for (var i = 0; i < Rows; i++) sums[i] += ((DoubleColumn)Features[c]).Values.Span[i];
        return classes
            ? new SupervisedData(Features, new FactorColumn("y", Array.ConvertAll(sums, s => s > 2.5 ? 1 : 0), ["no", "yes"]))
            : new SupervisedData(Features, new DoubleColumn("y", sums));
    }

    static Column[] MakeFeatures()
    {
        var random = new System.Random(9);
        return [.. Enumerable.Range(0, Columns).Select(c => new DoubleColumn($"x{c}", Enumerable.Range(0, Rows).Select(_ => random.NextDouble()).ToArray()))];
    }
}
