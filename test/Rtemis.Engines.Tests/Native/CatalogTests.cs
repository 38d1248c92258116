using System.Text.Json.Nodes;
using Rtemis.Engines.Native;
using Rtemis.Engines.Tests.Conformance;

namespace Rtemis.Engines.Tests.Native;

/// <summary>The catalogue says of each algorithm what rtemis's server said.</summary>
public sealed class CatalogTests
{
    static readonly JsonNode Recorded = JsonNode.Parse(GoldenFile.Read("catalog.json"))!;

    static readonly EngineCatalog Catalog = new NativeEngine().Catalog;

    [Fact]
    public void SupervisedAlgorithmsAreAsRecorded()
    {
        var mine = new JsonArray([.. Catalog.Algorithms.Select(a => new JsonObject
        {
            ["name"] = a.Name,
            ["description"] = a.Description,
            ["supports_classification"] = a.SupportsClassification,
            ["supports_regression"] = a.SupportsRegression,
            ["supports_survival"] = a.SupportsSurvival,
        })]);
        Assert.Equal(Entries("algorithms", mine), mine.ToJsonString());
        Assert.All(Catalog.Algorithms, a => Described("algorithm_describe", a.Name, a.Description, a.Hyperparameters));
    }

    [Fact]
    public void DecompositionsAreAsRecorded()
    {
        var mine = new JsonArray([.. Catalog.Decompositions.Select(a => new JsonObject
        {
            ["name"] = a.Name,
            ["description"] = a.Description,
            ["applicable"] = a.Applicable,
        })]);
        Assert.Equal(Entries("decomp_algorithms", mine), mine.ToJsonString());
        Assert.All(Catalog.Decompositions, a => Described("decomp_describe", a.Name, a.Description, a.Hyperparameters));
    }

    [Fact]
    public void ClusteringsAreAsRecorded()
    {
        var mine = new JsonArray([.. Catalog.Clusterings.Select(a => new JsonObject { ["name"] = a.Name, ["description"] = a.Description })]);
        Assert.Equal(Entries("cluster_algorithms", mine), mine.ToJsonString());
        Assert.All(Catalog.Clusterings, a => Described("cluster_describe", a.Name, a.Description, a.Hyperparameters));
    }

    [Fact]
    public void ResamplingIsAsRecorded()
    {
        Assert.Equal(Recorded["resampler_describe"]!["parameters"]!.ToJsonString(), Describe(Catalog.Resampler).ToJsonString());
    }

    // Where only some functions can be chosen, they are listed.
    [Fact]
    public void PreprocessingIsAsRecordedAsFarAsItGoes()
    {
        var recorded = Recorded["preprocessor_describe"]!["parameters"]!.DeepClone().AsArray();
        JsonNode Entry(string name) => recorded.First(r => r!["name"]!.GetValue<string>() == name)!;
        Entry("impute_discrete")["choices"] = new JsonArray("get_mode");
        Entry("impute_continuous")["choices"] = new JsonArray("mean", "median", "min", "max");
        Assert.Equal(recorded.ToJsonString(), Describe(Catalog.Preprocessor).ToJsonString());
    }

    [Fact]
    public void EveryParameterHasAValueTypeAndASentenceOfHelp() =>
        Assert.All(All(), p =>
        {
            Assert.Equal(p.Name is "resamples" or "control" or "Y_init", p.ValueType is null);
            Assert.EndsWith(".", p.Help, StringComparison.Ordinal);
            if (p.Type is "logical" or "integer" or "double" or "character") Assert.Equal(p.Type, p.ValueType);
            // R computes these defaults, and shows none.
            var computed = p.Name is "nrun" or "stop_lying_iter" or "mom_switch_iter";
            Assert.Equal(p.Type == "null" && !computed, p.Nullable);
        });

    [Fact]
    public void BoundsAreThoseThatTheValuesAreCheckedBy()
    {
        var share = All().Single(p => p.Name == "train_p");
        Assert.Equal((null, 0.0, null, 1.0), (share.Minimum, share.ExclusiveMinimum, share.Maximum, share.ExclusiveMaximum));
        var depth = All().Single(p => p.Name == "maxdepth");
        Assert.Equal((1.0, null, 30.0, null), (depth.Minimum, depth.ExclusiveMinimum, depth.Maximum, depth.ExclusiveMaximum));
        string[] perFeature = ["cegb_penalty_feature_lazy", "cegb_penalty_feature_coupled", "monotone_constraints", "feature_contri"];
        string[] ranger = ["case_weights", "class_weights", "split_select_weights", "always_split_variables", "inbag", "time_interest"];
        Assert.Equal(
            ["cost", "offset", "lambda", "penalty_factor", .. perFeature, "lambda_glmnet", .. ranger, "features", "weights"],
            All().Where(p => p.Vector).Select(p => p.Name).Distinct());
    }

    [Fact]
    public void ColorsAreAsRecorded() =>
        Assert.Equal(Recorded["kind_colors"]!.AsObject().Select(c => KeyValuePair.Create(c.Key, c.Value!.GetValue<string>())), KindColors.All);

    static IEnumerable<ParameterDescription> All() =>
    [
        .. Catalog.Algorithms.SelectMany(a => a.Hyperparameters), .. Catalog.Decompositions.SelectMany(a => a.Hyperparameters),
        .. Catalog.Clusterings.SelectMany(a => a.Hyperparameters), .. Catalog.Resampler,
    ];

    // The recorded entries of the algorithms that are offered.
    static string Entries(string list, JsonArray offered)
    {
        var names = offered.Select(o => o!["name"]!.GetValue<string>()).ToHashSet();
        return new JsonArray([.. Recorded[list]!.AsArray().Where(r => names.Contains(r!["name"]!.GetValue<string>())).Select(r => r!.DeepClone())]).ToJsonString();
    }

    static void Described(string kind, string name, string description, IReadOnlyList<ParameterDescription> parameters)
    {
        var mine = new JsonObject { ["name"] = name, ["description"] = description, ["hyperparameters"] = Describe(parameters) };
        Assert.Equal(Recorded[kind]![name]!.ToJsonString(), mine.ToJsonString());
    }

    static JsonArray Describe(IReadOnlyList<ParameterDescription> parameters) => new([.. parameters.Select(p =>
    {
        var entry = new JsonObject { ["name"] = p.Name, ["type"] = p.Type, ["default"] = ParameterJson.Write(p.Default), ["tunable"] = p.Tunable };
        if (p.Choices is { } choices) entry["choices"] = new JsonArray([.. choices.Select(c => (JsonNode)c)]);
        return entry;
    })]);
}
