using System.Diagnostics;
using Rtemis.Data;
using Rtemis.Learning.Clustering.Centroids;
using Rtemis.Learning.Clustering.CMeans;
using Rtemis.Learning.Clustering.Dbscan;
using Rtemis.Learning.Clustering.HardCl;
using Rtemis.Learning.Clustering.KMeans;
using Rtemis.Learning.Clustering.NeuralGas;
using Rtemis.Learning.Data;
using Rtemis.Learning.Decomposition.Ica;
using Rtemis.Learning.Decomposition.Isomap;
using Rtemis.Learning.Decomposition.Nmf;
using Rtemis.Learning.Decomposition.Pca;
using Rtemis.Learning.Decomposition.Tsne;
using Rtemis.Learning.Decomposition.Umap;
using Rtemis.Learning.Parameters;
using Rtemis.Learning.Preprocessing;
using Rtemis.Learning.Resampling;
using Rtemis.Learning.Running;
using Rtemis.Learning.Supervised;
using Rtemis.Learning.Supervised.Cart;
using Rtemis.Learning.Supervised.Gam;
using Rtemis.Learning.Supervised.Glm;
using Rtemis.Learning.Supervised.Glmnet;
using Rtemis.Learning.Supervised.Knn;
using Rtemis.Learning.Supervised.Mars;
using Rtemis.Learning.Supervised.Nnls;
using Rtemis.Learning.Supervised.Ranger;
using Rtemis.Learning.Supervised.Svm;
using Rtemis.Learning.Tests.Supervised;
using Rtemis.Learning.Training;

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
        [
            "CART", "CART classes", "GAM", "GAM classes", "GLM", "GLM classes", "GLMNET", "GLMNET classes", "KNN", "KNN predict", "LightGBM",
            "LightGBM classes", "LightRF", "LightRuleFit", "LightRuleFit classes", "LinearSVM", "LinearSVM classes", "MARS", "MARS classes", "NNLS",
            "RadialSVM", "RadialSVM classes", "Ranger", "Ranger classes", "PCA", "ICA", "NMF", "NMF sparse", "Isomap", "tSNE", "UMAP", "KMeans", "HardCL",
            "NeuralGas", "CMeans", "CMeans medians", "CMeans online", "DBSCAN", "missRanger", "micePMM",
            "meanMode", "training", "training classes",
        ],
        [1, 40, 200]);

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
            case "ICA":
                return context => new IcaDecomposer(new IcaParameters { K = 20, Tolerance = 0 }).Fit(Frame(), context);
            case "NMF" or "NMF sparse":
                return context => new NmfDecomposer(new NmfParameters(10, call == "NMF" ? "brunet" : "snmf/r", 1)).Fit(Frame(), context);
            case "tSNE":
                return context => new TsneDecomposer(new TsneParameters()).Fit(Frame(), context);
            case "Isomap":
                return context => new IsomapDecomposer(new IsomapParameters()).Fit(Frame(), context);
            case "UMAP":
                return context => new UmapDecomposer(UmapParameters.From(UmapParameters.Set.Defaults)).Fit(Frame(), context);
            case "KMeans":
                return context => new KMeansClusterer(new KMeansParameters(5, CentroidDistance.Euclidean)).Fit(Frame(), context);
            case "HardCL":
                return context => new HardClClusterer(new HardClParameters(5, CentroidDistance.Euclidean)).Fit(Frame(), context);
            case "NeuralGas":
                return context => new NeuralGasClusterer(new NeuralGasParameters(5, CentroidDistance.Euclidean)).Fit(Frame(), context);
            case "CMeans" or "CMeans medians" or "CMeans online":
                var fuzzy = CMeansParameters.From(CMeansParameters.Set.Defaults) with
                {
                    Distance = call == "CMeans medians" ? CentroidDistance.Manhattan : CentroidDistance.Euclidean,
                    Method = call == "CMeans online" ? CMeansMethod.Ufcl : CMeansMethod.CMeans,
                };
                return context => new CMeansClusterer(fuzzy).Fit(Frame(), context);
            case "DBSCAN":
                return context => new DbscanClusterer(DbscanParameters.From(DbscanParameters.Set.Defaults)).Fit(Frame(), context);
            case "KNN predict":
                var model = new KnnLearner(new KnnParameters()).Fit(Data(classes: false), new RunContext(seed: 1));
                return context => model.Predict(Features, context);
            case "missRanger" or "micePMM" or "meanMode":
                var imputation = PreprocessorConfig.Create(
                    [new("impute", new ParameterValue.Logical(true)), new("impute_type", new ParameterValue.Text(call))]);
                var incomplete = Incomplete();
                return context => FittedPreprocessor.Fit(imputation, incomplete, context);
            case "training" or "training classes":
                var table = WholeTable(call.EndsWith("classes", StringComparison.Ordinal));
                return context => Trainer.Train(FoldsOfScaledColumns(), table, context);
            default:
                var learner = Learner(call.Split(' ')[0]);
                var data = Data(call.EndsWith("classes", StringComparison.Ordinal));
                return context => learner.Fit(data, context);
        }
    }

    static ISupervisedLearner Learner(string algorithm) => algorithm switch
    {
        "CART" => new CartLearner(new CartParameters()),
        "GAM" => new GamLearner(new GamParameters()),
        "GLM" => new GlmLearner(new GlmParameters()),
        "GLMNET" => new GlmnetLearner(new GlmnetParameters()),
        "KNN" => new KnnLearner(new KnnParameters()),
        "LightGBM" or "LightRF" or "LightRuleFit" => BatteryCase.All[algorithm].Make(),
        "LinearSVM" => new LinearSvmLearner(new LinearSvmParameters()),
        "MARS" => new MarsLearner(new MarsParameters()),
        "RadialSVM" => new RadialSvmLearner(new RadialSvmParameters()),
        "Ranger" => new RangerLearner(new RangerParameters()),
        _ => new NnlsLearner(new NnlsParameters()),
    };

    // Five folds, each with its preprocessing, fit, predictions and metrics.
    static TrainingPlan FoldsOfScaledColumns() => new()
    {
        Learner = new GlmLearner(new GlmParameters()),
        Preprocessor = PreprocessorConfig.Create([new("scale", new ParameterValue.Logical(true))]),
        Resampling = Resampler.Plan(ResamplerConfig.Create("KFold", [new("n_resamples", new ParameterValue.Integer(5))])),
    };

    static Table WholeTable(bool classes) => new([.. Features, Data(classes).Outcome], Rows);

    // Every fourth column misses one value in twenty.
    static Column[] Incomplete() => [.. Features.Select((feature, c) =>
        c % 4 == 0 ? new DoubleColumn(feature.Name, Array.ConvertAll(((DoubleColumn)feature).Values.ToArray(), v => v < 0.05 ? double.NaN : v)) : feature)];

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
