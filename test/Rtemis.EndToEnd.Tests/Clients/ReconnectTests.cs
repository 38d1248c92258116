using Rtemis.Client;
using Rtemis.EndToEnd.Tests.Durability;
using Rtemis.Protocol;

namespace Rtemis.EndToEnd.Tests.Clients;

/// <summary>A client whose line is cut, and whose server comes and goes.</summary>
public sealed class ReconnectTests
{
    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ProgressGoesOnOverCutLinesWithoutAGapOrADouble()
    {
        await using var server = await ServerProcess.StartAsync();
        await using var session = await ClientProgram.SessionAsync(server, name: "work");
        await using var client = await server.ConnectAsync();
        await using var witness = await client.JoinSessionAsync("work", cancellation: Cancellation);
        var job = await session.SubmitAsync(await session.UploadIrisAsync(), ClientProgram.Talkative, Cancellation);
        var cuts = 0;
        var told = new List<JobProgress>();
        await foreach (var news in job.ProgressAsync(Cancellation))
        {
            told.Add(news);
            if (told.Count % 20 != 0 || news is JobProgress.Ended) continue;
            session.Connection.Abort();
            cuts++;
        }
        var seen = await witness.Job(job.Id).ProgressAsync(Cancellation).ToListAsync(Cancellation);
        Assert.Equal(seen.Select(s => s.Seq), told.Select(t => t.Seq));
        Assert.True(cuts > 3, $"The line was cut {cuts} times only.");
    }

    [Fact]
    public async Task WhoeverWaitsDoesSoOverARestartOfTheServer()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Signals are needed.");
        await using var state = new StateDirectory();
        var server = await state.StartAsync();
        await using var session = await ClientProgram.SessionAsync(server);
        var (large, small) = (await session.UploadLargeAsync(), await session.UploadIrisAsync());
        var first = await session.SubmitAsync(large, ClientProgram.WholeTree, Cancellation);
        var second = await session.SubmitAsync(small, new TrainRequest("CART"), Cancellation);
        var reading = second.ProgressAsync(Cancellation).ToListAsync(Cancellation).AsTask();
        var ending = first.EndAsync(Cancellation);
        await StateDirectory.KillAsync(server);
        var status = second.StatusAsync(Cancellation);
        var connected = session.NextAsync(ConnectionState.Connected);

        await state.StartAsync("--port", $"{server.Port}");
        Assert.True((await connected).ServerRestarted);
        Assert.Equal("queued", (await status).Status);
        Assert.True(await first.CancelAsync(Cancellation));
        Assert.Equal(JobEnd.Cancelled, (await ending).Status);
        await second.WaitAsync(Cancellation);
        var numbers = (await reading).Select(t => t.Seq!.Value).ToList();
        Assert.Equal(numbers.Distinct().Order(), numbers);
    }

    [Fact]
    public async Task AServerThatIsGoneForGoodFailsAllThatWaits()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Signals are needed.");
        await using var server = await ServerProcess.StartAsync();
        await using var session = await ClientProgram.SessionAsync(server, ClientProgram.Quick(giveUpAfter: 0.5));
        var table = await session.UploadLargeAsync();
        var job = await session.SubmitAsync(table, ClientProgram.WholeTree, Cancellation);
        Task[] waiting = [job.WaitAsync(Cancellation), job.ProgressAsync(Cancellation).ToListAsync(Cancellation).AsTask(), session.Events().CountAsync(Cancellation).AsTask()];
        var lost = session.NextAsync(ConnectionState.Lost);
        await StateDirectory.KillAsync(server);
        var asking = session.JobsAsync(Cancellation);
        foreach (var task in (Task[])[.. waiting, asking])
        {
            var failure = await Assert.ThrowsAsync<ConnectionLostException>(() => task);
            Assert.StartsWith("The server could not be reached again within 0.5 seconds. No server answers at ws://127.0.0.1:", failure.Message, StringComparison.Ordinal);
        }
        Assert.IsType<ConnectFailedException>((await lost).Reason!.InnerException);
        Assert.Equal(ConnectionState.Lost, session.State);
        await Assert.ThrowsAsync<ConnectionLostException>(() => session.SubmitAsync(table, ClientProgram.WholeTree, Cancellation));
        await Assert.ThrowsAsync<ConnectionLostException>(() => session.Job("job-other").WaitAsync(Cancellation));
    }

    [Fact]
    public async Task WhoWantsNoSecondConnectionIsToldAtOnce()
    {
        await using var server = await ServerProcess.StartAsync();
        await using var session = await ClientProgram.SessionAsync(server, new ClientOptions { Reconnect = ReconnectOptions.Never });
        var job = await session.SubmitAsync(await session.UploadLargeAsync(), ClientProgram.WholeTree, Cancellation);
        var waiting = job.WaitAsync(Cancellation);
        session.Connection.Abort();
        await Assert.ThrowsAsync<ConnectionLostException>(() => waiting);
        await Assert.ThrowsAsync<ConnectionLostException>(() => session.InfoAsync(Cancellation));
    }

    [Fact]
    public async Task ASessionThatIsDeletedMeanwhileFailsWhatWaitsWithItsReason()
    {
        await using var server = await ServerProcess.StartAsync();
        await using var session = await ClientProgram.SessionAsync(server, name: "work");
        var job = await session.SubmitAsync(await session.UploadLargeAsync(), ClientProgram.WholeTree, Cancellation);
        var waiting = job.WaitAsync(Cancellation);
        await using var client = await server.ConnectAsync();
        var other = await client.JoinSessionAsync("work", cancellation: Cancellation);
        await other.DeleteAsync(Cancellation);
        Assert.Equal(ErrorCodes.SessionNotFound, (await Assert.ThrowsAsync<ServerErrorException>(() => waiting)).Error.Code);

        var lost = session.NextAsync(ConnectionState.Lost);
        session.Connection.Abort();
        Assert.Equal(ErrorCodes.SessionNotFound, Assert.IsType<ServerErrorException>((await lost).Reason!.InnerException).Error.Code);
        await Assert.ThrowsAsync<ConnectionLostException>(() => session.JobsAsync(Cancellation));
    }

    [Fact]
    public async Task AClientsOwnConnectionIsMadeAgainToo()
    {
        await using var server = await ServerProcess.StartAsync();
        await using var client = await server.ConnectAsync(ClientProgram.Quick());
        for (var i = 0; i < 10; i++)
        {
            client.Connection.Abort();
            Assert.Equal("native", (await client.InfoAsync(Cancellation)).Engine);
        }
        Assert.Equal(ConnectionState.Connected, client.State);
    }
}
