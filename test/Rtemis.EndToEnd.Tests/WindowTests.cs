using System.Text.Json;
using System.Text.Json.Nodes;
using Rtemis.Client;
using Rtemis.Data;
using Rtemis.Protocol;

namespace Rtemis.EndToEnd.Tests;

/// <summary>What a page asks of a finished job: parts of its tables, and how it was submitted.</summary>
public sealed class WindowTests
{
    static readonly JsonObject Folds = new()
    {
        ["hyperparameters"] = new JsonObject { ["maxdepth"] = 3 },
        ["outer_resampling_config"] = new JsonObject { ["type"] = "KFold", ["n_resamples"] = 4, ["seed"] = 7 },
        ["question"] = "Which species?",
    };

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    static async Task<Response> AskAsync(WireClient client, string method, string parameters)
    {
        using var document = JsonDocument.Parse(parameters);
        return await client.Connection.CallAsync(method, document.RootElement, null, Cancellation);
    }

    static async Task<(WireClient Client, string Data, string Job)> TrainAsync(ServerProcess server)
    {
        var client = await server.OpenWireAsync();
        await client.CreateSessionAsync(cancellation: Cancellation);
        var data = (await client.UploadAsync("iris", SampleTable.Arrow("iris"), Cancellation)).DataHandle;
        var job = (await client.SubmitAsync(Methods.Train, data, "CART", Folds, Cancellation)).JobId;
        await foreach (var happened in client.FollowAsync(job, Cancellation)) Assert.NotEqual(EventNames.JobFailed, happened.Name);
        return (client, data, job);
    }

    static string[] Texts(Table table, string column)
    {
        var factor = Assert.IsType<FactorColumn>(table.Find(column));
        return [.. factor.Codes.ToArray().Select(code => factor.Levels[code])];
    }

    [Fact]
    public async Task AWindowOfATableSliceIsAPartOfTheWholeInTheOrderAskedFor()
    {
        await using var server = await ServerProcess.StartAsync();
        var (client, _, job) = await TrainAsync(server);
        await using var c = client;

        var whole = await AskAsync(client, Methods.JobResult, $$"""{"job_id":"{{job}}","slice":"predictions"}""");
        Assert.False(whole.Result.TryGetProperty("total_rows", out _));
        Assert.False(whole.Result.TryGetProperty("offset", out _));
        var table = ArrowStreamReader.Read(whole.Payload!.Value);

        var window = await AskAsync(client, Methods.JobResult, $$"""{"job_id":"{{job}}","slice":"predictions","offset":10,"limit":5}""");
        Assert.Equal((5, table.Rows, 10), (Number(window, "rows"), Number(window, "total_rows"), Number(window, "offset")));
        Assert.Equal(whole.Result.GetProperty("columns").GetRawText(), window.Result.GetProperty("columns").GetRawText());
        Assert.Equal(Texts(table, "predicted")[10..15], Texts(ArrowStreamReader.Read(window.Payload!.Value), "predicted"));

        var sorted = await AskAsync(client, Methods.JobResult,
            $$"""{"job_id":"{{job}}","slice":"predictions","limit":1000,"columns":["actual","fold"],"sort":[{"column":"actual","descending":true},{"column":"fold"}]}""");
        var order = RowOrder.Of(table, [new("actual", Descending: true), new("fold")], Cancellation);
        var sent = ArrowStreamReader.Read(sorted.Payload!.Value);
        Assert.Equal(["actual", "fold"], sent.Columns.Select(column => column.Name));
        Assert.Equal(order.Select(row => Texts(table, "actual")[row]), Texts(sent, "actual"));
        Assert.Equal(order.Select(row => Texts(table, "fold")[row]), Texts(sent, "fold"));
    }

    [Fact]
    public async Task TheOtherMembersOfAnAnswerStayAndDocumentsHaveNoWindows()
    {
        await using var server = await ServerProcess.StartAsync();
        var (client, _, job) = await TrainAsync(server);
        await using var c = client;
        var whole = await AskAsync(client, Methods.JobResult, $$"""{"job_id":"{{job}}","slice":"session"}""");
        var window = await AskAsync(client, Methods.JobResult, $$"""{"job_id":"{{job}}","slice":"session","limit":2}""");
        Assert.Equal(whole.Result.GetProperty("colors").GetRawText(), window.Result.GetProperty("colors").GetRawText());
        Assert.Equal(2, Number(window, "rows"));

        foreach (var (more, message) in new[]
        {
            (""","limit":5""", "`offset`, `limit`, `columns` and `sort` are for tables; `summary` is a document."),
            (""","slice":"session","columns":["no"]""", "`columns` has names that are not in the table: no."),
            (""","slice":"session","offset":-2""", "`offset` must be a whole number of 0 or more (got -2)."),
        })
        {
            var refusal = await Assert.ThrowsAsync<ServerErrorException>(() => AskAsync(client, Methods.JobResult, $$"""{"job_id":"{{job}}"{{more}}}"""));
            Assert.Equal((ErrorCodes.InvalidParams, message), (refusal.Error.Code, refusal.Error.Message));
        }
        await AskAsync(client, Methods.JobDelete, $$"""{"job_id":"{{job}}"}""");
        var gone = await Assert.ThrowsAsync<ServerErrorException>(() => AskAsync(client, Methods.JobResult, $$"""{"job_id":"{{job}}","slice":"session","limit":2}"""));
        Assert.Equal(ErrorCodes.NotFound, gone.Error.Code);
    }

    [Fact]
    public async Task AJobTellsHowItWasSubmittedSoThatItCanBeRunAgain()
    {
        await using var server = await ServerProcess.StartAsync();
        var (client, data, job) = await TrainAsync(server);
        await using var c = client;
        var request = (await AskAsync(client, Methods.JobRequest, $$"""{"job_id":"{{job}}"}""")).Result;
        Assert.Equal(Methods.Train, request.GetProperty("method").GetString());
        var sent = Folds.DeepClone().AsObject();
        sent["data_handle"] = data;
        sent["algorithm"] = "CART";
        Assert.True(JsonNode.DeepEquals(sent, JsonNode.Parse(request.GetProperty("params").GetRawText())), request.GetRawText());
        var again = await AskAsync(client, request.GetProperty("method").GetString()!, request.GetProperty("params").GetRawText());
        Assert.NotEqual(job, again.Result.GetProperty("job_id").GetString());
        var refusal = await Assert.ThrowsAsync<ServerErrorException>(() => AskAsync(client, Methods.JobRequest, """{"job_id":"job-none"}"""));
        Assert.Equal(ErrorCodes.NotFound, refusal.Error.Code);
    }

    [Fact]
    public async Task AMillionRowsAreLookedIntoInTheirOrderAndInAnother()
    {
        await using var server = await ServerProcess.StartAsync();
        await using var client = await server.OpenWireAsync();
        await client.CreateSessionAsync(cancellation: Cancellation);
        var table = SampleTable.Random(1_000_000, 3);
        var data = (await client.UploadAsync("large", table, Cancellation)).DataHandle;
        var values = ((DoubleColumn)table.Columns[1]).Values.ToArray();

        var plain = await AskAsync(client, Methods.DataPreview, $$"""{"data_handle":"{{data}}","offset":500000,"limit":50,"columns":["x1"]}""");
        Assert.Equal(values[500_000..500_050], Sent(plain));
        Array.Sort(values);
        foreach (var offset in (int[])[0, 123_456, 999_950])
        {
            var sorted = await AskAsync(client, Methods.DataPreview,
                $$"""{"data_handle":"{{data}}","offset":{{offset}},"limit":50,"columns":["x1"],"sort":[{"column":"x1"}]}""");
            Assert.Equal(values[offset..(offset + 50)], Sent(sorted));
        }

        static double[] Sent(Response answer) => ((DoubleColumn)ArrowStreamReader.Read(answer.Payload!.Value).Columns[0]).Values.ToArray();
    }

    static int Number(Response response, string name) => response.Result.GetProperty(name).GetInt32();
}
