using System.Net;
using System.Net.Sockets;
using Rtemis.Client;
using Rtemis.EndToEnd.Tests.Durability;

namespace Rtemis.EndToEnd.Tests.Clients;

/// <summary>Whatever waits stops waiting when it is told to, and harms nothing else.</summary>
public sealed class CancellationTests
{
    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ConnectingToWhoNeverAnswersStops()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var address = new Uri($"ws://{listener.LocalEndpoint}/");
        using var stop = new CancellationTokenSource();
        var connecting = RtemisClient.ConnectAsync(address, ServerProcess.Token, null, stop.Token);
        using var accepted = await listener.AcceptTcpClientAsync(Cancellation);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => connecting);
        await Assert.ThrowsAsync<TimeoutException>(
            () => RtemisClient.ConnectAsync(address, ServerProcess.Token, new ClientOptions { AnswerTimeout = TimeSpan.FromMilliseconds(100) }, Cancellation));
    }

    [Fact]
    public async Task WaitingForAJobStopsAndTheJobGoesOn()
    {
        await using var server = await ServerProcess.StartAsync();
        await using var session = await ClientProgram.SessionAsync(server);
        var job = await session.SubmitAsync(await session.UploadLargeAsync(), ClientProgram.WholeTree, Cancellation);
        using var stop = new CancellationTokenSource();
        Task[] waiting =
        [
            job.WaitAsync(stop.Token), job.EndAsync(stop.Token), job.ProgressAsync(stop.Token).ToListAsync(Cancellation).AsTask(),
            session.Events().CountAsync(stop.Token).AsTask(),
        ];
        await stop.CancelAsync();
        foreach (var task in waiting)
        {
            var stopped = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => task);
            Assert.IsNotType<JobCancelledException>(stopped);
        }
        Assert.Equal("running", (await job.StatusAsync(Cancellation)).Status);
        await job.CancelAsync(Cancellation);
        await Assert.ThrowsAsync<JobCancelledException>(() => job.WaitAsync(Cancellation));
    }

    [Fact]
    public async Task ACallThatIsToldToStopCutsNoLine()
    {
        await using var server = await ServerProcess.StartAsync();
        await using var session = await ClientProgram.SessionAsync(server);
        var connection = session.Connection;
        var payload = SampleTable.Arrow(SampleTable.Random(200_000, 10));
        for (var i = 0; i < 5; i++)
        {
            using var stop = new CancellationTokenSource();
            var uploading = session.UploadFrameAsync("t", payload, stop.Token);
            await stop.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => uploading);
        }
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => session.InfoAsync(new CancellationToken(canceled: true)));
        Assert.Equal(session.Id, (await session.InfoAsync(Cancellation)).SessionId);
        Assert.Same(connection, session.Connection);
    }

    [Fact]
    public async Task WaitingForTheNextConnectionStops()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Signals are needed.");
        await using var server = await ServerProcess.StartAsync();
        await using var session = await ClientProgram.SessionAsync(server);
        var reconnecting = session.NextAsync(ConnectionState.Reconnecting);
        await StateDirectory.KillAsync(server);
        await reconnecting;
        using var stop = new CancellationTokenSource();
        var asking = session.JobsAsync(stop.Token);
        Assert.False(asking.IsCompleted);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asking);
    }

    [Fact]
    public async Task LettingGoEndsWhatWaitsAtOnce()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Signals are needed.");
        await using var server = await ServerProcess.StartAsync();
        var session = await ClientProgram.SessionAsync(server);
        var job = await session.SubmitAsync(await session.UploadLargeAsync(), ClientProgram.WholeTree, Cancellation);
        var waiting = job.WaitAsync(Cancellation);
        var reconnecting = session.NextAsync(ConnectionState.Reconnecting);
        await StateDirectory.KillAsync(server);
        await reconnecting;
        var asking = session.JobsAsync(Cancellation);
        await session.DisposeAsync();
        await Assert.ThrowsAsync<ObjectDisposedException>(() => waiting);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => asking);
        Assert.Equal(ConnectionState.Closed, session.State);
        await session.DisposeAsync();
    }
}
