using System.Text.Json;
using Rtemis.Engines.Native;
using Rtemis.Engines.Native.Algorithms;
using Rtemis.Engines.Native.Requests;
using Rtemis.Learning.Parameters;

namespace Rtemis.Engines.Tests.Native;

/// <summary>Requests are read in rtemis's order of checks, and refused in its words.</summary>
public sealed class ParseTests
{
    // The parsers are tried with algorithms that are only declared.
    static readonly DecompositionAlgorithm Decomposition = new()
    {
        Name = "PCA",
        Description = "",
        Applicable = true,
        Parameters = new ParameterSet("PCAConfig", null,
        [
            ParameterSpec.Integer("k", 3) with { PositiveInteger = true, Minimum = 1 },
            ParameterSpec.Text("features", null) with { Vector = true, MinimumCount = 2 },
        ]),
        Create = _ => throw new NotSupportedException(),
        Show = _ => throw new NotSupportedException(),
    };

    static readonly ClusteringAlgorithm Clustering = new()
    {
        Name = "KMeans",
        Description = "",
        Parameters = new ParameterSet("KMeansConfig", null, []),
        Create = _ => throw new NotSupportedException(),
        Show = (_, _) => throw new NotSupportedException(),
    };

    [Theory]
    [InlineData("""{"algorithm":"CART"}""", "`data_handle` and `algorithm` are required.")]
    [InlineData("""{"data_handle":"d"}""", "`data_handle` and `algorithm` are required.")]
    [InlineData("""[]""", "`data_handle` and `algorithm` are required.")]
    [InlineData("""{"data_handle":"d","algorithm":"cart"}""", "Could not build training config: Invalid algorithm: cart. Did you mean \"CART\"?")]
    [InlineData("""{"data_handle":"d","algorithm":"CART","foo":1}""", "Could not build training config: Unknown supervised config key: `foo`.")]
    [InlineData(
        """{"data_handle":"d","algorithm":"CART","hyperparameter":{}}""",
        "Could not build training config: Unknown supervised config key: `hyperparameter` (did you mean `hyperparameters`?).")]
    [InlineData(
        """{"data_handle":"d","algorithm":"CART","preprocessor_config":{"scle":true}}""",
        "Could not build training config: unused argument (scle = TRUE)")]
    [InlineData(
        """{"data_handle":"d","algorithm":"CART","preprocessor_config":{"numeric_cut_n":2147483647,"numeric_quant_n":1000001}}""",
        "Could not build training config: <rtemis::PreprocessorConfig> object properties are invalid:\n- @numeric_cut_n must be <= 1000000.\n- @numeric_quant_n must be <= 1000000.")]
    [InlineData(
        """{"data_handle":"d","algorithm":"CART","preprocessor_config":{"numeric_quant_n":1}}""",
        "Could not build training config: `numeric_quant_n` must be 0 (off) or at least 2: one quantile is a single break, which bounds no bin.")]
    [InlineData(
        """{"data_handle":"d","algorithm":"CART","preprocessor_config":{"remove_features_thres":0,"scale":1}}""",
        "Could not build training config: <rtemis::PreprocessorConfig> object properties are invalid:\n- @remove_features_thres must be > 0.\n- @scale must be <logical>, not <integer>.\n- @center must be <logical>, not <integer>.")]
    [InlineData(
        """{"data_handle":"d","algorithm":"CART","preprocessor_config":{"impute":true,"impute_missRanger_params":{"pmm.k":-1}}}""",
        "Could not build training config: @impute_missRanger_params must have `pmm.k`, a whole number of 0 or more.")]
    [InlineData(
        """{"data_handle":"d","algorithm":"CART","preprocessor_config":{"scale":true,"scale_centers":{"a":"b"}}}""",
        "Could not build training config: @scale_centers must have a number for each feature; 'a' has something else.")]
    [InlineData(
        """{"data_handle":"d","algorithm":"CART","tuner_config":{"type":"X"}}""", "Could not build training config: Unsupported tuner type: X")]
    [InlineData(
        """{"data_handle":"d","algorithm":"CART","tuner_config":{"type":"GridSearch","resampler_config":{}}}""",
        "Could not build training config: Unknown tuner key: `resampler_config`.")]
    [InlineData(
        """{"data_handle":"d","algorithm":"CART","tuner_config":{"type":"GridSearch","config":{"x":1}}}""",
        "Could not build training config: Unknown GridSearch tuner key: `x`.")]
    [InlineData(
        """{"data_handle":"d","algorithm":"CART","tuner_config":{"type":"GridSearch","config":{"search_type":"randomized"}}}""",
        "Could not build training config: <rtemis::GridSearchConfig> object is invalid:\n- @randomize_p must be set when @search_type is 'randomized'.")]
    [InlineData(
        """{"data_handle":"d","algorithm":"CART","tuner_config":{"type":"GridSearch","config":{"randomize_p":0.5}}}""",
        "Could not build training config: <rtemis::GridSearchConfig> object is invalid:\n- @randomize_p must not be set when @search_type is 'exhaustive'.")]
    [InlineData(
        """{"data_handle":"d","algorithm":"CART","tuner_config":{"type":"GridSearch","config":{"search_type":"all","maximize":1}}}""",
        "Could not build training config: <rtemis::GridSearchConfig> object properties are invalid:\n- @search_type must be one of 'exhaustive', 'randomized'.\n- @maximize must be <NULL> or <logical>, not <integer>.")]
    [InlineData(
        """{"data_handle":"d","algorithm":"CART","tuner_config":{"type":"GridSearch","config":{"resampler_config":{"type":"KFold","train_p":1}}}}""",
        "Could not build training config: Unknown KFold resampler key: `train_p`.")]
    [InlineData(
        """{"data_handle":"d","algorithm":"CART","decomposition_config":{"config":{"k":2}}}""",
        "Could not build training config: `algorithm` is required to build a DecompositionConfig.")]
    [InlineData(
        """{"data_handle":"d","algorithm":"CART","decomposition_config":{"algorithm":"PCA","k":2}}""",
        "Could not build training config: Unknown decomposition config key: `k`.")]
    [InlineData(
        """{"data_handle":"d","algorithm":"CART","decomposition_config":{"algorithm":"tSNE"}}""",
        "Could not build training config: Decomposition algorithm 'tSNE' cannot be applied on new data.\nSupported algorithms: ICA, NMF, PCA, UMAP.")]
    [InlineData(
        """{"data_handle":"d","algorithm":"CART","decomposition_config":{"algorithm":"UMAP","config":{"n_neighbours":5}}}""",
        "Could not build training config: Unknown UMAP decomposition key: `n_neighbours` (did you mean `n_neighbors`?).")]
    [InlineData(
        """{"data_handle":"d","algorithm":"CART","decomposition_config":{"algorithm":"PCA","features":["a"]}}""",
        "Could not build training config: <rtemis::PCAConfig> object properties are invalid:\n- @features must have at least 2 elements, but 1 given.")]
    [InlineData(
        """{"data_handle":"d","algorithm":"CART","hyperparameters":{"cp":{"candidates":[0.1]}}}""",
        "Could not build training config: <rtemis::HyperparameterCandidates> object is invalid:\n- must hold at least two candidates: a one-value search costs a full resampling pass and can only return the value it was given.")]
    [InlineData(
        """{"data_handle":"d","algorithm":"CART","hyperparameters":{"maxdepth":{"candidates":[0,3]}}}""",
        "Could not build training config: <rtemis::CARTHyperparameters> object properties are invalid:\n- @maxdepth candidate 1 must be >= 1.")]
    [InlineData(
        """{"data_handle":"d","algorithm":"CART","hyperparameters":{"maxdepth":{"candidates":[3,2.5]}}}""",
        "Could not build training config: <rtemis::CARTHyperparameters> object properties are invalid:\n- @maxdepth candidate 2 must be <integer>, not <double>.")]
    [InlineData(
        """{"data_handle":"d","algorithm":"CART","hyperparameters":{"cp":{"candidates":[0.1,0.2]},"nope":1}}""",
        "Could not build training config: Unknown CART hyperparameter key: `nope`.")]
    [InlineData(
        """{"data_handle":"d","algorithm":"CART","hyperparameters":{"xval":{"candidates":[1,2]}}}""",
        "Could not build training config: <rtemis::CARTHyperparameters> object properties are invalid:\n- @xval must be <integer>, not <rtemis::HyperparameterCandidates>")]
    [InlineData(
        """{"data_handle":"d","algorithm":"CART","execution_config":{"backend":"none","n_workers":2}}""",
        "Could not build training config: <rtemis::ExecutionConfig> object is invalid:\n- n_workers must be 1 when backend is 'none'.")]
    [InlineData("""{"data_handle":"d","algorithm":"CART","question":1}""", "Could not build training config: `question` must be a string.")]
    [InlineData("""{"data_handle":"d","algorithm":"CART","verbosity":-1}""", "Could not build training config: `verbosity` must be an integer of 0 or more.")]
    [InlineData(
        """{"data_handle":"d","algorithm":"CART","hyperparameters":{"algorithm":"GLM","hyperparameters":{}}}""",
        "Could not build training config: `hyperparameters` are those of 'GLM', but `algorithm` is 'CART'.")]
    public void TrainRefuses(string json, string message) => Refuses(JobType.Train, json, "invalid_params", message);

    [Theory]
    [InlineData("""{"data_handle":"d","algorithm":"XXX","features":[]}""", "not_found", "Unknown decomposition algorithm `XXX`.")]
    [InlineData("""{"data_handle":"d","algorithm":"pca","features":[]}""", "invalid_params", "`features` must be a non-empty character vector.")]
    [InlineData("""{"data_handle":"d","algorithm":"pca","features":["a",""]}""", "invalid_params", "`features` must be a non-empty character vector.")]
    [InlineData("""{"data_handle":"d","algorithm":"pca","features":"a"}""", "invalid_params", "`features` must be a non-empty character vector.")]
    [InlineData(
        """{"data_handle":"d","algorithm":"pca","config":{"foo":1}}""", "invalid_params", "Could not build decomposition config: unused argument (foo = 1)")]
    [InlineData(
        """{"data_handle":"d","algorithm":"pca","config":{"k":0},"hyperparameters":{"foo":1}}""", "invalid_params",
        "Could not build decomposition config: `0L` must contain only positive integers.")]
    [InlineData(
        """{"data_handle":"d","algorithm":"pca","config":{"features":["a"]}}""", "invalid_params",
        "Could not build decomposition config: <rtemis::PCAConfig> object properties are invalid:\n- @features must have at least 2 elements, but 1 given.")]
    public void DecompositionRefuses(string json, string code, string message) => Refuses(JobType.Decompose, json, code, message);

    [Fact]
    public void NamesOfUnsupervisedAlgorithmsMayHaveAnyCase()
    {
        Assert.Equal("PCA", Parse(JobType.Decompose, """{"data_handle":"d","algorithm":"pca"}""").Algorithm);
        Assert.Equal("KMeans", Parse(JobType.Cluster, """{"data_handle":"d","algorithm":"kmeans"}""").Algorithm);
    }

    [Theory]
    [InlineData("""{"data_handle":"d","engine":"native","$schema":"s","algorithm":"CART","outdir":"x","dat_test_path":"y","tuner_config":null}""")]
    [InlineData("""{"data_handle":"d","algorithm":"CART","hyperparameters":{"algorithm":"CART","hyperparameters":{"cp":0.1,"$note":"n"}}}""")]
    [InlineData("""{"data_handle":"d","algorithm":"CART","positive_class":"","question":"why?","verbosity":0}""")]
    public void TrainTakes(string json) => Assert.Equal("CART", Parse(JobType.Train, json).Algorithm);

    [Fact]
    public void TheSettledRequestIsTheSameRequest()
    {
        var first = Parse(JobType.Train, """{"data_handle":"d","algorithm":"CART","hyperparameters":{"ifw":true},"question":"q"}""");
        var seed = first.Parameters["execution_config"]!["seed"]!.GetValue<int>();
        var second = Parse(JobType.Train, first.Parameters.ToJsonString());
        Assert.Equal(first.Parameters.ToJsonString(), second.Parameters.ToJsonString());
        Assert.True(seed > 0);
    }

    [Fact]
    public void AGivenSeedStays() => Assert.Equal(
        7, Parse(JobType.Train, """{"data_handle":"d","algorithm":"CART","execution_config":{"seed":7}}""").Parameters["execution_config"]!["seed"]!.GetValue<int>());

    [Fact]
    public void TheLastOfTwoMembersOfANameCounts() => Assert.Equal(
        "b", Parse(JobType.Train, """{"data_handle":"d","algorithm":"CART","question":"a","question":"b"}""").Question);

    static JobRequest Parse(JobType type, string json)
    {
        var parameters = JsonDocument.Parse(json).RootElement;
        return type switch
        {
            JobType.Train => new NativeEngine().Parse(type, parameters),
            JobType.Decompose => UnsupervisedParser.Decompose(parameters, [Decomposition]),
            _ => UnsupervisedParser.Cluster(parameters, [Clustering]),
        };
    }

    static void Refuses(JobType type, string json, string code, string message)
    {
        var refused = Assert.Throws<RequestRefusedException>(() => Parse(type, json));
        Assert.Equal((code, message), (refused.Code, refused.Message));
    }
}
