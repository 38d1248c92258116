using System.Text.Json.Nodes;

namespace Rtemis.Client.Tests;

/// <summary>Requests as they go over the wire.</summary>
public sealed class RequestTests
{
    [Fact]
    public void ATrainRequestHasEveryFieldByItsNameOnTheWire()
    {
        var request = new TrainRequest("GLMNET")
        {
            Hyperparameters = new() { ["alpha"] = Parameters.Candidates(0.0, 0.5, 1), ["standardize"] = true, ["penalty_factor"] = Parameters.Array(1, 2) },
            Preprocessing = new() { ["impute"] = true, ["impute_type"] = "meanMode" },
            Decomposition = new("PCA") { Options = new() { ["k"] = 3 }, Features = ["a", "b"] },
            Search = new()
            {
                Resampling = Resampling.StratSub(5, 0.8, seed: 2),
                SearchType = "randomized",
                RandomizeP = 0.5,
                MetricsAggregateFn = "median",
                Metric = "auc",
                Maximize = true,
            },
            OuterResampling = Resampling.KFold(4, seed: 1) with { IdStrat = "person" },
            Execution = new() { Seed = 7, OnError = "stop", Workers = 2 },
            Weights = "w",
            PositiveClass = "yes",
            Verbosity = 0,
            Question = "Why?",
            Engine = "native",
            Further = new() { ["verbosity"] = 2, ["outdir"] = null },
        };
        const string wire = """
            {
              "data_handle": "data-1", "algorithm": "GLMNET", "question": "Why?", "engine": "native",
              "hyperparameters": {"alpha": {"candidates": [0.0, 0.5, 1]}, "standardize": true, "penalty_factor": [1, 2]},
              "preprocessor_config": {"impute": true, "impute_type": "meanMode"},
              "decomposition_config": {"algorithm": "PCA", "config": {"k": 3}, "features": ["a", "b"]},
              "tuner_config": {"type": "GridSearch", "config": {
                "resampler_config": {"type": "StratSub", "n_resamples": 5, "train_p": 0.8, "seed": 2},
                "search_type": "randomized", "randomize_p": 0.5, "metrics_aggregate_fn": "median", "metric": "auc", "maximize": true}},
              "outer_resampling_config": {"type": "KFold", "n_resamples": 4, "id_strat": "person", "seed": 1},
              "execution_config": {"seed": 7, "on_error": "stop", "n_workers": 2},
              "weights": "w", "positive_class": "yes", "verbosity": 2, "outdir": null
            }
            """;
        for (var i = 0; i < 2; i++)
            Assert.True(JsonNode.DeepEquals(JsonNode.Parse(wire), request.ToJson("data-1")), request.ToJson("data-1").ToJsonString());
    }

    [Fact]
    public void WhatIsNotSaidIsLeftToTheServer()
    {
        Assert.Equal("""{"data_handle":"d","algorithm":"CART"}""", new TrainRequest("CART").ToJson("d").ToJsonString());
        Assert.Equal("""{"data_handle":"d","algorithm":"PCA","features":["x"]}""", new DecomposeRequest("PCA") { Features = ["x"] }.ToJson("d").ToJsonString());
        Assert.Equal(
            """{"data_handle":"d","algorithm":"KMeans","config":{"k":2}}""", new ClusterRequest("KMeans") { Options = new() { ["k"] = 2 } }.ToJson("d").ToJsonString());
        Assert.Equal("""{"type":"LOOCV"}""", Resampling.LeaveOneOut().ToJson().ToJsonString());
    }

    [Fact]
    public void PreprocessingWithoutOptionsIsAskedForAllTheSame() =>
        Assert.Contains("\"preprocessor_config\":{}", new TrainRequest("CART") { Preprocessing = [] }.ToJson("d").ToJsonString(), StringComparison.Ordinal);
}
