using Rtemis.Client;
using Rtemis.Protocol;
using Rtemis.Protocol.Messages;

namespace Rtemis.EndToEnd.Tests.Durability;

/// <summary>A damaged file costs what is in it, with a message, and never the start.</summary>
public sealed class DamageTests
{
    static readonly ProtocolJson Json = ProtocolJson.Default;

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    // A folder with two tables and two finished jobs.
    static async Task<(StateDirectory State, string[] Tables, string[] Jobs)> PrepareAsync()
    {
        var state = new StateDirectory();
        await using var server = await state.StartAsync();
        await using var client = await server.OpenWireAsync();
        await client.CreateSessionAsync("work", Cancellation);
        string[] tables = [await UploadAsync("a"), await UploadAsync("b")];
        return (state, tables, [await TrainAsync(), await TrainAsync()]);

        async Task<string> UploadAsync(string name) => (await client.UploadAsync(name, SampleTable.Arrow("iris"), Cancellation)).DataHandle;

        async Task<string> TrainAsync()
        {
            var job = (await client.SubmitAsync(Methods.Train, tables[0], "CART", null, Cancellation)).JobId;
            await foreach (var happened in client.FollowAsync(job, Cancellation)) Assert.NotEqual(EventNames.JobFailed, happened.Name);
            return job;
        }
    }

    static async Task<WireClient> JoinAsync(ServerProcess server)
    {
        var client = await server.OpenWireAsync();
        await client.JoinSessionAsync("work", cancellation: Cancellation);
        return client;
    }

    static async Task<ErrorBody> RefusalAsync(Func<Task> request) => (await Assert.ThrowsAsync<ServerErrorException>(request)).Error;

    static Task<JobSummary> StatusAsync(WireClient client, string job) =>
        client.Connection.CallAsync(Methods.JobStatus, new JobIdParams(job), Json.JobIdParams, Json.JobSummary, null, Cancellation);

    [Fact]
    public async Task ATableWithAByteChangedIsRefusedByNameAndTheOtherIsRead()
    {
        var (state, tables, _) = await PrepareAsync();
        await using var s = state;
        StateDirectory.Damage(Path.Combine(state.Data, tables[1] + ".arrow"));
        var server = await state.StartAsync();
        await using var client = await JoinAsync(server);
        var error = await RefusalAsync(() => client.DescribeAsync(tables[1], Cancellation));
        Assert.Equal((ErrorCodes.IoError, $"Table 'b' ({tables[1]}) was damaged on disk and can't be read."), (error.Code, error.Message));
        Assert.Equal(150, (await client.DescribeAsync(tables[0], Cancellation)).Rows);
        var job = await client.SubmitAsync(Methods.Train, tables[1], "CART", null, Cancellation);
        var failed = EventNames.JobProgress;
        await foreach (var happened in client.FollowAsync(job.JobId, Cancellation)) failed = happened.Name;
        Assert.Equal(EventNames.JobFailed, failed);
        Assert.Equal(error.Message, (await StatusAsync(client, job.JobId)).Error!.Message);
    }

    [Fact]
    public async Task ATableThatIsGoneOrCutShortIsDroppedAndLogged()
    {
        var (state, tables, _) = await PrepareAsync();
        await using var s = state;
        using (var file = new FileStream(Path.Combine(state.Data, tables[1] + ".arrow"), FileMode.Open)) file.SetLength(100);
        var server = await state.StartAsync();
        await using var client = await server.OpenWireAsync();
        var snapshot = await client.JoinSessionAsync("work", cancellation: Cancellation);
        Assert.Equal([tables[0]], snapshot.Data.Select(d => d.DataHandle));
        Assert.Contains($"table 'b' ({tables[1]}) was damaged on disk", server.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ASliceWithAByteChangedIsRefusedAndTheOthersAreRead()
    {
        var (state, _, jobs) = await PrepareAsync();
        await using var s = state;
        StateDirectory.Damage(Path.Combine(state.Jobs, jobs[0], "predictions.arrow"));
        StateDirectory.Damage(Path.Combine(state.Jobs, jobs[0], "metrics.json"));
        var server = await state.StartAsync();
        await using var client = await JoinAsync(server);
        foreach (var slice in (string[])["predictions", "metrics"])
        {
            var error = await RefusalAsync(() => client.ResultAsync(jobs[0], slice, Cancellation));
            Assert.Equal((ErrorCodes.IoError, $"`{slice}` of `{jobs[0]}` was damaged on disk and can't be read."), (error.Code, error.Message));
        }
        Assert.NotNull(await client.ResultTableAsync(jobs[0], "varimp", Cancellation));
        await client.ResultAsync(jobs[0], "summary", Cancellation);
        Assert.NotNull(await client.ResultTableAsync(jobs[1], "predictions", Cancellation));
    }

    [Fact]
    public async Task AModelWithAByteChangedIsNotPredictedWith()
    {
        var (state, tables, jobs) = await PrepareAsync();
        await using var s = state;
        StateDirectory.Damage(Path.Combine(state.Jobs, jobs[0], "model.bin"));
        var server = await state.StartAsync();
        await using var client = await JoinAsync(server);
        var predict = await client.PredictAsync(jobs[0], tables[0], Cancellation);
        ServerEvent? last = null;
        await foreach (var happened in client.FollowAsync(predict.JobId, Cancellation)) last = happened;
        Assert.Equal($"`model` of `{jobs[0]}` was damaged on disk and can't be read.", last!.Data.GetProperty("error").GetProperty("message").GetString());
    }

    [Fact]
    public async Task AResultWhoseListIsDamagedMakesItsJobAFailedOne()
    {
        var (state, _, jobs) = await PrepareAsync();
        await using var s = state;
        StateDirectory.Damage(Path.Combine(state.Jobs, jobs[1], "slices.json"));
        Directory.Delete(Path.Combine(state.Jobs, jobs[0]), recursive: true);
        var server = await state.StartAsync();
        await using var client = await JoinAsync(server);
        foreach (var job in jobs)
        {
            var status = await StatusAsync(client, job);
            Assert.Equal(("failed", ErrorCodes.IoError, "The job's result was damaged on disk."), (status.Status, status.Error!.Code, status.Error.Message));
        }
    }

    [Fact]
    public async Task ADatabaseThatIsNoneAnyMoreIsSetAsideAndTheServerStarts()
    {
        var (state, _, _) = await PrepareAsync();
        await using var s = state;
        await File.WriteAllBytesAsync(state.Database, new byte[5000], Cancellation);
        var server = await state.StartAsync();
        Assert.Contains("state.db is damaged and was set aside", server.Log, StringComparison.Ordinal);
        await using var client = await server.OpenWireAsync();
        var refusal = await RefusalAsync(() => client.JoinSessionAsync("work", cancellation: Cancellation));
        Assert.Equal(ErrorCodes.SessionNotFound, refusal.Code);
        Assert.Equal(2, Directory.GetFiles(Path.Combine(Assert.Single(Directory.GetDirectories(state.Path, "damaged-*")), "data")).Length);
        await client.CreateSessionAsync("work", Cancellation);
    }

    [Fact]
    public async Task WhatNothingNamesIsRemovedAtTheStart()
    {
        var (state, tables, jobs) = await PrepareAsync();
        await using var s = state;
        await File.WriteAllTextAsync(Path.Combine(state.Data, "data-0123456789abcdef.arrow"), "x", Cancellation);
        await File.WriteAllTextAsync(Path.Combine(state.Uploads, "upload-0123456789abcdef"), "x", Cancellation);
        Directory.CreateDirectory(Path.Combine(state.Jobs, "job-0123456789abcdef.part"));
        await state.StartAsync();
        Assert.Equal(tables.Order(), Directory.GetFiles(state.Data).Select(Path.GetFileNameWithoutExtension).Order());
        Assert.Empty(Directory.GetFiles(state.Uploads));
        Assert.Equal(jobs.Order(), Directory.GetDirectories(state.Jobs).Select(Path.GetFileName).Order());
    }

    [Fact]
    public async Task AFolderThatAnotherServerUsesIsRefusedWithItsName()
    {
        await using var state = new StateDirectory();
        var server = await state.StartAsync();
        var (exitCode, output) = await ServerProcess.RunToEndAsync("--port", $"{ServerProcess.FreePort()}", "--state-dir", state.Path);
        Assert.Equal(4, exitCode);
        Assert.Contains($"is used by process {server.Id}, a server on port {server.Port} since ", output, StringComparison.Ordinal);
    }
}
