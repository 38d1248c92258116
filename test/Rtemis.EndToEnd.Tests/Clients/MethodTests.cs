using Rtemis.Client;
using Rtemis.Data;
using Rtemis.Protocol;
using Rtemis.Protocol.Messages;

namespace Rtemis.EndToEnd.Tests.Clients;

/// <summary>Every method of the protocol, as the client has it, against the running program.</summary>
public sealed class MethodTests
{
    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task TheServerTellsOfItselfAndOfWhatCanBeAskedFor()
    {
        await using var server = await ServerProcess.StartAsync();
        await using var client = await server.ConnectAsync();
        Assert.Equal(("rtemislive", ProtocolLimits.Frame), (client.Server.Server, client.Server.Limits.Frame));
        Assert.NotEmpty(client.KindColors);
        Assert.NotEmpty(await client.PingAsync(Cancellation));
        Assert.Equal(client.Server.RtemisVersion, (await client.InfoAsync(Cancellation)).RtemisVersion);

        var catalog = client.Catalog;
        Assert.Contains(await catalog.AlgorithmsAsync("native", Cancellation), a => a is { Name: "CART", SupportsClassification: true });
        Assert.Contains((await catalog.DescribeAlgorithmAsync("cart", cancellation: Cancellation)).Hyperparameters, h => h is { Name: "maxdepth", Tunable: true });
        Assert.Contains(await catalog.DecompositionsAsync(cancellation: Cancellation), a => a is { Name: "PCA", Applicable: true });
        Assert.Equal("PCA", (await catalog.DescribeDecompositionAsync("PCA", cancellation: Cancellation)).Name);
        Assert.Contains(await catalog.ClusteringsAsync(cancellation: Cancellation), a => a.Name == "KMeans");
        Assert.Equal("KMeans", (await catalog.DescribeClusteringAsync("KMeans", cancellation: Cancellation)).Name);
        Assert.Contains(await catalog.DescribeResamplingAsync(cancellation: Cancellation), p => p.Name == "n_resamples");
        Assert.Contains(await catalog.DescribePreprocessingAsync(cancellation: Cancellation), p => p.Name == "impute");
        Assert.Equal(ErrorCodes.NotFound, (await Assert.ThrowsAsync<ServerErrorException>(() => catalog.DescribeAlgorithmAsync("none", null, Cancellation))).Error.Code);
    }

    [Fact]
    public async Task SessionsAreMadeJoinedRenamedLeftAndDeleted()
    {
        await using var server = await ServerProcess.StartAsync();
        await using var client = await server.ConnectAsync();
        await using var first = await client.CreateSessionAsync("first", Cancellation);
        var second = await client.CreateSessionAsync(cancellation: Cancellation);
        Assert.Equal(["first", second.Name], (await client.SessionsAsync(Cancellation)).Select(s => s.Name));

        await using var events = first.Events().GetAsyncEnumerator(Cancellation);
        await first.RenameAsync("other", Cancellation);
        Assert.Equal("other", first.Name);
        Assert.True(await events.MoveNextAsync());
        Assert.Equal((EventNames.SessionChanged, SessionChanges.Name), (events.Current.Name, events.Current.Data.GetProperty("changed").GetString()));
        Assert.Equal(first.LastEvent, events.Current.Seq);
        await first.AcknowledgeAsync(Cancellation);

        var entry = (await client.SessionsAsync(Cancellation))[0];
        await using var again = await client.JoinSessionAsync(entry, cancellation: Cancellation);
        Assert.Equal((first.Id, "other", 2), (again.Id, again.Name, (await again.InfoAsync(Cancellation)).NConnections));
        await again.LeaveAsync(Cancellation);
        Assert.Equal(1, (await first.InfoAsync(Cancellation)).NConnections);
        await second.DeleteAsync(Cancellation);
        Assert.Equal(first.Id, Assert.Single(await client.SessionsAsync(Cancellation)).SessionId);
        var missing = await Assert.ThrowsAsync<ServerErrorException>(() => client.JoinSessionAsync("no", cancellation: Cancellation));
        Assert.Equal(ErrorCodes.SessionNotFound, missing.Error.Code);
    }

    [Fact]
    public async Task TablesAreDescribedLookedIntoArrangedAndDeleted()
    {
        await using var server = await ServerProcess.StartAsync();
        await using var session = await ClientProgram.SessionAsync(server);
        var iris = await session.UploadIrisAsync();
        var description = await iris.DescribeAsync(distribution: true, Cancellation);
        Assert.Equal((150, "factor"), (description.Rows, description.Columns[^1].Type));
        Assert.NotNull(description.Columns[0].Distribution);

        var page = await iris.PageAsync(new() { Offset = 148, Limit = 5, Columns = ["Sepal.Length"], Sort = [new SortEntry("Sepal.Length")] }, Cancellation);
        Assert.Equal((2, 148, 150), (page.Rows.Rows, page.Offset, page.TotalRows));
        Assert.Equal([7.7, 7.9], ((DoubleColumn)Assert.Single(page.Rows.Columns)).Values.ToArray());
        var beyond = await iris.PageAsync(new() { Offset = 1000 }, Cancellation);
        Assert.Equal((0, 150), (beyond.Rows.Rows, beyond.TotalRows));

        var arranged = await iris.ArrangeAsync([new("Species"), new("Petal.Width", "factor")], "two", Cancellation);
        Assert.Equal(("two", 2), (arranged.Name, arranged.Cols));
        var length = await iris.WithOutcomeAsync("Sepal.Length", cancellation: Cancellation);
        var names = (await length.DescribeAsync(cancellation: Cancellation)).Columns.Select(c => c.Name);
        Assert.Equal(["Sepal.Width", "Petal.Length", "Petal.Width", "Species", "Sepal.Length"], names);
        Assert.True(await arranged.DeleteAsync(Cancellation));
        Assert.Equal([iris.Id, length.Id], (await session.TablesAsync(Cancellation)).Select(t => t.Id));
    }

    [Fact]
    public async Task JobsTellHowTheyWereAskedAndGiveTheirTablesInParts()
    {
        await using var server = await ServerProcess.StartAsync();
        await using var session = await ClientProgram.SessionAsync(server);
        var iris = await session.UploadIrisAsync();
        string[] features = ["Sepal.Length", "Sepal.Width", "Petal.Length"];
        var decomposed = await session.SubmitAsync(iris, new DecomposeRequest("PCA") { Options = new() { ["k"] = 2 }, Features = features }, Cancellation);
        var clustered = await session.SubmitAsync(iris, new ClusterRequest("KMeans") { Options = new() { ["k"] = 4 }, Features = features, Question = "Which?" }, Cancellation);
        await decomposed.WaitAsync(Cancellation);
        await clustered.WaitAsync(Cancellation);
        Assert.Equal((150, 2), Size(await decomposed.Results.TransformedAsync(Cancellation)));
        Assert.Equal((3, 3), Size(await decomposed.Results.LoadingsAsync(Cancellation)));
        Assert.Equal((150, 1), Size(await clustered.Results.AssignmentsAsync(Cancellation)));
        var page = await clustered.Results.PageAsync(ResultSlices.Assignments, new() { Offset = 140, Limit = 20 }, Cancellation);
        Assert.Equal((10, 150), (page.Rows.Rows, page.TotalRows));
        var request = await clustered.RequestAsync(Cancellation);
        Assert.Equal((Methods.Cluster, 4), (request.Method, request.Params.GetProperty("config").GetProperty("k").GetInt32()));
        Assert.Equal([(decomposed.Id, "decomp", null), (clustered.Id, "cluster", "Which?")], (await session.JobsAsync(Cancellation)).Select(j => (j.JobId, j.Type, j.Question)));
        var refused = await Assert.ThrowsAsync<ServerErrorException>(
            () => session.SubmitAsync(iris, new TrainRequest("CART") { Further = new() { ["nonsense"] = 1 } }, Cancellation));
        Assert.Contains("nonsense", refused.Error.Message, StringComparison.Ordinal);

        static (int, int) Size(Table table) => (table.Rows, table.Columns.Count);
    }
}
