using Rtemis.Engines.Native.Documents;
using Rtemis.Learning.Clustering.CMeans;
using Rtemis.Learning.Clustering.Dbscan;
using Rtemis.Learning.Clustering.HardCl;
using Rtemis.Learning.Clustering.KMeans;
using Rtemis.Learning.Clustering.NeuralGas;
using Rtemis.Learning.Decomposition.Ica;
using Rtemis.Learning.Decomposition.Isomap;
using Rtemis.Learning.Decomposition.Nmf;
using Rtemis.Learning.Decomposition.Pca;
using Rtemis.Learning.Decomposition.Tsne;
using Rtemis.Learning.Decomposition.Umap;
using Rtemis.Learning.Preprocessing;
using Rtemis.Learning.Resampling;
using Rtemis.Learning.Supervised.Boosting;
using Rtemis.Learning.Supervised.Cart;
using Rtemis.Learning.Supervised.Gam;
using Rtemis.Learning.Supervised.Glm;
using Rtemis.Learning.Supervised.Glmnet;
using Rtemis.Learning.Supervised.Isotonic;
using Rtemis.Learning.Supervised.Knn;
using Rtemis.Learning.Supervised.Mars;
using Rtemis.Learning.Supervised.Nnls;
using Rtemis.Learning.Supervised.Ranger;
using Rtemis.Learning.Supervised.RuleFit;
using Rtemis.Learning.Supervised.Svm;
using Rtemis.Learning.Training;

namespace Rtemis.Engines.Native.Algorithms;

/// <summary>What the native engine can do: one entry an algorithm, in rtemis's order.</summary>
static class NativeAlgorithms
{
    /// <summary>The supervised algorithms.</summary>
    public static IReadOnlyList<SupervisedAlgorithm> Supervised { get; } =
    [
        new("CART", "Classification and Regression Trees", Classification: true, Regression: true, Survival: true, CartParameters.Set,
            values => new CartLearner(CartParameters.From(values))),
        new("GAM", "Generalized Additive Model", Classification: true, Regression: true, Survival: false, GamParameters.Set,
            values => new GamLearner(GamParameters.From(values))),
        new("GLM", "Generalized Linear Model", Classification: true, Regression: true, Survival: false, GlmParameters.Set,
            values => new GlmLearner(GlmParameters.From(values))),
        new("GLMNET", "Elastic Net", Classification: true, Regression: true, Survival: true, GlmnetParameters.Set,
            values => new GlmnetLearner(GlmnetParameters.From(values))),
        new("Isotonic", "Isotonic Regression", Classification: true, Regression: true, Survival: false, IsotonicParameters.Set,
            values => new IsotonicLearner(IsotonicParameters.From(values))),
        new("KNN", "k-Nearest Neighbors", Classification: true, Regression: true, Survival: false, KnnParameters.Set,
            values => new KnnLearner(KnnParameters.From(values))),
        new("LightCART", "Decision Tree", Classification: true, Regression: true, Survival: false, LightCartParameters.Set,
            values => new LightCartLearner(LightCartParameters.From(values))),
        new("LightGBM", "Gradient Boosting", Classification: true, Regression: true, Survival: false, LightGbmParameters.Set,
            values => new LightGbmLearner(LightGbmParameters.From(values))),
        new("LightRF", "LightGBM Random Forest", Classification: true, Regression: true, Survival: false, LightRfParameters.Set,
            values => new LightRfLearner(LightRfParameters.From(values))),
        new("LightRuleFit", "LightGBM RuleFit", Classification: true, Regression: true, Survival: false, LightRuleFitParameters.Set,
            values => new LightRuleFitLearner(LightRuleFitParameters.From(values), InnerTraining.Alone)),
        new("MARS", "Multivariate Adaptive Regression Splines", Classification: true, Regression: true, Survival: false, MarsParameters.Set,
            values => new MarsLearner(MarsParameters.From(values))),
        new("NNLS", "Non-negative Least Squares", Classification: true, Regression: true, Survival: false, NnlsParameters.Set,
            values => new NnlsLearner(NnlsParameters.From(values))),
        new("Ranger", "Random Forest", Classification: true, Regression: true, Survival: false, RangerParameters.Set,
            values => new RangerLearner(RangerParameters.From(values))),
        new("LinearSVM", "Support Vector Machine with Linear Kernel", Classification: true, Regression: true, Survival: false, LinearSvmParameters.Set,
            values => new LinearSvmLearner(LinearSvmParameters.From(values))),
        new("RadialSVM", "Support Vector Machine with Radial Kernel", Classification: true, Regression: true, Survival: false, RadialSvmParameters.Set,
            values => new RadialSvmLearner(RadialSvmParameters.From(values))),
    ];

    /// <summary>The decompositions.</summary>
    public static IReadOnlyList<DecompositionAlgorithm> Decompositions { get; } =
    [
        new()
        {
            Name = "ICA",
            Description = "Independent Component Analysis",
            Applicable = true,
            Parameters = IcaParameters.Set,
            Create = values => new IcaDecomposer(IcaParameters.From(values)),
            Show = model => IcaDocument.Of((IcaModel)model),
        },
        new()
        {
            Name = "Isomap",
            Description = "Isomap",
            Applicable = false,
            Parameters = IsomapParameters.Set,
            Create = values => new IsomapDecomposer(IsomapParameters.From(values)),
            Show = model => IsomapDocument.Of((IsomapModel)model),
        },
        new()
        {
            Name = "NMF",
            Description = "Non-negative Matrix Factorization",
            Applicable = true,
            Parameters = NmfParameters.Set,
            Create = values => new NmfDecomposer(NmfParameters.From(values)),
            Show = model => NmfDocument.Of((NmfModel)model),
        },
        new()
        {
            Name = "PCA",
            Description = "Principal Component Analysis",
            Applicable = true,
            Parameters = PcaParameters.Set,
            Create = values => new PcaDecomposer(PcaParameters.From(values)),
            Show = model => PcaDocument.Of((PcaModel)model),
        },
        new()
        {
            Name = "tSNE",
            Description = "t-distributed Stochastic Neighbor Embedding",
            Applicable = false,
            Parameters = TsneParameters.Set,
            Create = values => new TsneDecomposer(TsneParameters.From(values)),
            Show = model => TsneDocument.Of((TsneModel)model),
        },
        new()
        {
            Name = "UMAP",
            Description = "Uniform Manifold Approximation and Projection",
            Applicable = true,
            Parameters = UmapParameters.Set,
            Create = values => new UmapDecomposer(UmapParameters.From(values)),
            Show = model => UmapDocument.Of((UmapModel)model),
        },
    ];

    /// <summary>The clusterings.</summary>
    public static IReadOnlyList<ClusteringAlgorithm> Clusterings { get; } =
    [
        new()
        {
            Name = "CMeans",
            Description = "Fuzzy C-means Clustering",
            Parameters = CMeansParameters.Set,
            Create = values => new CMeansClusterer(CMeansParameters.From(values)),
            Show = ClusterDocument.Fuzzy,
        },
        new()
        {
            Name = "DBSCAN",
            Description = "Density-based spatial clustering of applications with noise",
            Parameters = DbscanParameters.Set,
            Create = values => new DbscanClusterer(DbscanParameters.From(values)),
            Show = ClusterDocument.Density,
        },
        new()
        {
            Name = "HardCL",
            Description = "Hard Competitive Learning",
            Parameters = HardClParameters.Set,
            Create = values => new HardClClusterer(HardClParameters.From(values)),
            Show = ClusterDocument.Centroids,
        },
        new()
        {
            Name = "KMeans",
            Description = "K-Means Clustering",
            Parameters = KMeansParameters.Set,
            Create = values => new KMeansClusterer(KMeansParameters.From(values)),
            Show = ClusterDocument.Centroids,
        },
        new()
        {
            Name = "NeuralGas",
            Description = "Neural Gas Clustering",
            Parameters = NeuralGasParameters.Set,
            Create = values => new NeuralGasClusterer(NeuralGasParameters.From(values)),
            Show = ClusterDocument.Centroids,
        },
    ];

    /// <summary>All that can be asked for, as the server shows it.</summary>
    public static EngineCatalog Catalog { get; } = new(
        [.. Supervised.Select(a => a.Entry)], [.. Decompositions.Select(a => a.Entry)], [.. Clusterings.Select(a => a.Entry)],
        ParameterDescriptions.Of(ResamplerParameters.Described, tunable: false), ParameterDescriptions.Of(PreprocessorParameters.Described, tunable: false));
}
