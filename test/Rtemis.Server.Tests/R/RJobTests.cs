using System.Text.Json;
using System.Text.Json.Nodes;
using Rtemis.Client;
using Rtemis.Data;
using Rtemis.Protocol;
using Rtemis.Server.Options;

namespace Rtemis.Server.Tests.R;

/// <summary>Jobs in R give every slice, as the native engine does.</summary>
[Collection(RTests.Name)]
public sealed class RJobTests(StandInLibrary library) : IDisposable
{
    readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("rtemis-save-");

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task ARegressionHasItsDocumentsAndTables()
    {
        await using var r = await RServer.StartAsync(library);
        var job = await r.CompleteAsync(await r.TrainAsync(await UploadAsync(r, RTables.Numbers), "GLM", new JsonObject { ["question"] = "Why?" }));

        var predictions = (await r.Client.ResultTableAsync(job, "predictions", Cancellation))!;
        Assert.Equal(["split", "actual", "predicted"], predictions.Columns.Select(c => c.Name));
        Assert.Equal(((DoubleColumn)RTables.Numbers.Columns[2]).Values.ToArray(), ((DoubleColumn)predictions.Find("actual")!).Values.ToArray());
        var importance = (await r.Client.ResultTableAsync(job, "varimp", Cancellation))!;
        Assert.Equal(["variable", "coefficient"], importance.Columns.Select(c => c.Name));
        var truth = ((DoubleColumn)importance.Columns[1]).Values;
        Assert.InRange(truth.Span[0], 0.9, 1.1);
        Assert.InRange(truth.Span[1], 1.1, 1.3);
        Assert.Null(await r.Client.ResultTableAsync(job, "roc", Cancellation));
        var timeline = await r.Client.ResultAsync(job, "session", Cancellation);
        Assert.Equal("#808080", timeline.GetProperty("colors").GetProperty("train").GetString());

        var metrics = await r.Client.ResultAsync(job, "metrics", Cancellation);
        Assert.InRange(metrics.GetProperty("training").GetProperty("metrics")[0].GetProperty("mae").GetDouble(), 0.001, 0.1);
        Assert.Equal("Why?", (await r.Client.ResultAsync(job, "record", Cancellation)).GetProperty("question").GetString());
    }

    [Fact]
    public async Task WhatIsHardToSayInJsonCostsNoAnswer()
    {
        await using var r = await RServer.StartAsync(library);
        var summary = await r.Client.ResultAsync(await r.CompleteAsync(await r.TrainAsync(await UploadAsync(r, RTables.Numbers), "GLM")), cancellation: Cancellation);
        Assert.Equal("""[1,null,null,null]""", summary.GetProperty("infinite").GetRawText());
        Assert.Equal(1.0 / 3, summary.GetProperty("third").GetDouble());
        Assert.Equal(("2026-11-22", "ü \"quoted\"", "AQI="), (Text("day"), Text("text"), Text("bytes")));
        foreach (var nothing in (string[])["a_function", "an_environment", "a_formula", "nothing"]) Assert.Equal(JsonValueKind.Null, summary.GetProperty(nothing).ValueKind);
        Assert.Equal(1, summary.GetProperty("one").GetInt32());

        string? Text(string name) => summary.GetProperty(name).GetString();
    }

    [Fact]
    public async Task AClassificationHasProbabilitiesAndCurves()
    {
        await using var r = await RServer.StartAsync(library);
        var job = await r.CompleteAsync(await r.TrainAsync(await UploadAsync(r, RTables.Classes), "GLM"));
        var predictions = (await r.Client.ResultTableAsync(job, "predictions", Cancellation))!;
        Assert.Equal(["split", "actual", "predicted", "prob_yes ü"], predictions.Columns.Select(c => c.Name));
        Assert.Equal(["no", "yes ü"], ((FactorColumn)predictions.Find("predicted")!).Levels);
        var curve = (await r.Client.ResultTableAsync(job, "roc", Cancellation))!;
        Assert.Equal(["split", "class", "fold", "fpr", "tpr", "auc"], curve.Columns.Select(c => c.Name));
    }

    [Fact]
    public async Task ResamplesHaveTheirNamesInEveryTable()
    {
        await using var r = await RServer.StartAsync(library);
        var folds = new JsonObject { ["outer_resampling_config"] = new JsonObject { ["type"] = "KFold", ["n_resamples"] = 3 } };
        var job = await r.TrainAsync(await UploadAsync(r, RTables.Classes), "GLM", folds);
        var events = await r.EventsAsync(job);
        Assert.Equal(EventNames.JobComplete, events[^1].Name);
        var counter = events.Where(e => e.Data.TryGetProperty("kind", out var kind) && kind.GetString() == "outer_resampling").ToList();
        Assert.Equal(1, counter[^1].Data.GetProperty("fraction").GetDouble());

        var predictions = (await r.Client.ResultTableAsync(job, "predictions", Cancellation))!;
        Assert.Equal(["split", "fold", "actual", "predicted"], predictions.Columns.Select(c => c.Name));
        Assert.Equal((180, 3), (predictions.Rows, ((FactorColumn)predictions.Columns[1]).Levels.Count));
        Assert.Equal(["training", "test"], ((FactorColumn)predictions.Columns[0]).Levels);
        Assert.Equal(["variable", "fold", "coefficient"], (await r.Client.ResultTableAsync(job, "varimp", Cancellation))!.Columns.Select(c => c.Name));
        var curve = (await r.Client.ResultTableAsync(job, "roc", Cancellation))!;
        Assert.Equal(["aggregate", "Fold_1", "Fold_2", "Fold_3"], ((FactorColumn)curve.Find("fold")!).Levels);
        var refused = await Assert.ThrowsAsync<ServerErrorException>(() => r.Client.ResultAsync(job, "metrics", Cancellation));
        Assert.Equal("`metrics` slice requires a `Supervised` result.", refused.Error.Message);
        await Assert.ThrowsAsync<ServerErrorException>(() => r.Client.PredictAsync(job, "none", Cancellation));
    }

    [Fact]
    public async Task ADecompositionAndAClusteringHaveTheirTables()
    {
        await using var r = await RServer.StartAsync(library);
        var data = await UploadAsync(r, RTables.Numbers);
        var features = new JsonObject { ["features"] = new JsonArray("x0", "y"), ["hyperparameters"] = new JsonObject { ["k"] = 2 }, ["question"] = "What?" };
        var decomp = await r.CompleteAsync((await r.Client.SubmitAsync(Methods.Decomp, data, "pca", features, Cancellation)).JobId);
        Assert.Equal(["PC1", "PC2"], (await r.Client.ResultTableAsync(decomp, "transformed", Cancellation))!.Columns.Select(c => c.Name));
        var loadings = (await r.Client.ResultTableAsync(decomp, "loadings", Cancellation))!;
        Assert.Equal(["x0", "y"], ((FactorColumn)loadings.Columns[0]).Levels);
        var summary = await r.Client.ResultAsync(decomp, cancellation: Cancellation);
        Assert.Equal(("transformed", "What?"), (summary.GetProperty("transformed").GetProperty("fetch_via").GetString(), summary.GetProperty("question").GetString()));

        var cluster = await r.CompleteAsync((await r.Client.SubmitAsync(Methods.Cluster, data, "KMeans", features, Cancellation)).JobId);
        var groups = ((IntegerColumn)(await r.Client.ResultTableAsync(cluster, "assignments", Cancellation))!.Find("cluster")!).Values.ToArray();
        Assert.Equal([1, 2], groups.Distinct().Order());
    }

    [Fact]
    public async Task AModelPredictsANewTableInR()
    {
        await using var r = await RServer.StartAsync(library);
        var data = await UploadAsync(r, RTables.Classes);
        var job = await r.CompleteAsync(await r.TrainAsync(data, "GLM"));
        var trained = (await r.Client.ResultTableAsync(job, "predictions", Cancellation))!;
        var again = await r.CompleteAsync((await r.Client.PredictAsync(job, data, Cancellation)).JobId);
        var predicted = (await r.Client.ResultTableAsync(again, "predictions", Cancellation))!;
        Assert.Equal(["actual", "predicted", "prob_yes ü"], predicted.Columns.Select(c => c.Name));
        Assert.Equal(((DoubleColumn)trained.Columns[3]).Values.ToArray(), ((DoubleColumn)predicted.Columns[2]).Values.ToArray());
        Assert.Equal(((FactorColumn)trained.Columns[2]).Codes.ToArray(), ((FactorColumn)predicted.Columns[1]).Codes.ToArray());
        var summary = await r.Client.ResultAsync(again, cancellation: Cancellation);
        Assert.Equal(("Prediction", job, 60), (summary.GetProperty(".class").GetString(), summary.GetProperty("job_id").GetString(), summary.GetProperty("n_cases").GetInt32()));
        Assert.InRange((await r.Client.ResultAsync(again, "metrics", Cancellation)).GetProperty("test").GetProperty("metrics")[0].GetProperty("accuracy").GetDouble(), 0.8, 1);

        // Columns are known by their names, and others do no harm.
        var columns = RTables.Classes.Columns;
        var shuffled = await UploadAsync(r, new Table([columns[2], columns[1].Rename("other"), columns[1], columns[0]], RTables.Classes.Rows));
        var same = await r.CompleteAsync((await r.Client.PredictAsync(job, shuffled, Cancellation)).JobId);
        Assert.Equal(
            ((DoubleColumn)trained.Columns[3]).Values.ToArray(), ((DoubleColumn)(await r.Client.ResultTableAsync(same, "predictions", Cancellation))!.Columns[2]).Values.ToArray());

        var unlabelled = await UploadAsync(r, new Table([.. RTables.Classes.Columns.Take(2)], RTables.Classes.Rows));
        var blind = await r.CompleteAsync((await r.Client.PredictAsync(job, unlabelled, Cancellation)).JobId);
        Assert.Equal(["predicted", "prob_yes ü"], (await r.Client.ResultTableAsync(blind, "predictions", Cancellation))!.Columns.Select(c => c.Name));
    }

    [Fact]
    public async Task ASavedResultIsTheObjectAndPredictsInRWhatItPredictedHere()
    {
        await using var r = await RServer.StartAsync(library, new ServerOptions { Engine = "r", SaveRoots = [_folder.FullName] });
        var job = await r.CompleteAsync(await r.TrainAsync(await UploadAsync(r, RTables.Numbers), "GLM"));
        var saved = await r.Client.SaveAsync(job, _folder.FullName, "model", Cancellation);
        var printed = await library.EvaluateAsync(
            $"library(rtemis); m <- readRDS('{saved.Path}'); p <- predict(m, newdata = attr(m, 'model')$model[, -1]); cat(class(m)[1], sprintf('%.17g', p), sep = '\\n')");
        var lines = printed.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("Regression", lines[0]);
        var predictions = ((DoubleColumn)(await r.Client.ResultTableAsync(job, "predictions", Cancellation))!.Find("predicted")!).Values.ToArray();
        Assert.Equal(predictions, lines[1..].Select(l => double.Parse(l, System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Fact]
    public async Task TheRawDocumentIsMadeWhenItIsAskedFor()
    {
        await using var r = await RServer.StartAsync(library);
        var job = await r.CompleteAsync(await r.TrainAsync(await UploadAsync(r, RTables.Numbers), "GLM"));
        var raw = await r.Client.ResultAsync(job, "raw", Cancellation);
        Assert.Equal("Regression", raw.GetProperty(".class").GetString());
        Assert.Equal(60, raw.GetProperty("predicted_training").GetArrayLength());
        Assert.Equal(raw.GetRawText(), (await r.Client.ResultAsync(job, "raw", Cancellation)).GetRawText());
    }

    [Fact]
    public async Task ARequestThatRtemisRefusesIsAnsweredAtOnceInItsWords()
    {
        await using var r = await RServer.StartAsync(library);
        var data = await UploadAsync(r, RTables.Numbers);
        await RefusedAsync(Methods.Train, "GLM", """{"hyperparameters":{"nope":1}}""", ErrorCodes.InvalidParams, "Could not build training config: Unknown GLM hyperparameter key: `nope`.");
        await RefusedAsync(
            Methods.Train, "GLM", """{"hyperparameters":{"ifw":3}}""", ErrorCodes.InvalidParams,
            "Could not build training config: <rtemis::GLMHyperparameters> object properties are invalid:\n- @ifw must be <logical>, not <integer>");
        await RefusedAsync(Methods.Train, "Nope", "{}", ErrorCodes.InvalidParams, "Could not build training config: Invalid algorithm: Nope.");
        await RefusedAsync(Methods.Train, "GLM", """{"foo":1}""", ErrorCodes.InvalidParams, "Could not build training config: Unknown supervised config key: `foo`.");
        await RefusedAsync(Methods.Decomp, "Nope", "{}", ErrorCodes.NotFound, "Unknown decomposition algorithm `Nope`.");
        await RefusedAsync(Methods.Cluster, "KMeans", """{"hyperparameters":{"k":0}}""", ErrorCodes.InvalidParams, "Could not build clustering config: @k must be >= 1.");
        await RefusedAsync(Methods.Cluster, "KMeans", """{"hyperparameters":{"a":0,"b":1}}""", ErrorCodes.InvalidParams, "Could not build clustering config: Unknown KMeans keys: `a`, `b`.");
        await RefusedAsync(Methods.Decomp, "PCA", """{"features":[]}""", ErrorCodes.InvalidParams, "Could not build decomposition config: `features` must be a non-empty character vector.");
        await RefusedAsync(Methods.Decomp, "PCA", """{"features":["x0","no"]}""", ErrorCodes.InvalidParams, "Features not in dataset: no.");
        await r.CompleteAsync(await r.TrainAsync(data, "GLM", JsonNode.Parse("""{"$schema":"s","hyperparameters":{"algorithm":"GLM","hyperparameters":{"ifw":true}},"positive_class":""}""")!.AsObject()));

        async Task RefusedAsync(string method, string algorithm, string parameters, string code, string message)
        {
            var refused = await Assert.ThrowsAsync<ServerErrorException>(
                () => r.Client.SubmitAsync(method, data, algorithm, JsonNode.Parse(parameters)!.AsObject(), Cancellation));
            Assert.Equal((code, message), (refused.Error.Code, refused.Error.Message));
        }
    }

    static async Task<string> UploadAsync(RServer r, Table table) => (await r.Client.UploadAsync("t", table, Cancellation)).DataHandle;
}
