using System.Net.WebSockets;
using System.Text.Json.Serialization.Metadata;
using Rtemis.Protocol;
using Rtemis.Protocol.Messages;

namespace Rtemis.Client.Tests;

/// <summary>What a session does when its line is cut at moments that a real server can't be made to have.</summary>
public sealed class SessionTests
{
    static readonly ProtocolJson Json = ProtocolJson.Default;

    static readonly ClientOptions Options = new() { Reconnect = new() { FirstPause = TimeSpan.FromMilliseconds(1), GiveUpAfter = TimeSpan.FromSeconds(20) } };

    static readonly DataEntry Entry = new("data-1", "t", 3, 1);

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task WhatMustNotBeDoneTwiceIsNotAskedAgain()
    {
        await using var peer = await ScriptedPeer.StartAsync(
            ScriptedPeer.AdmitUntilItLeavesAsync,
            async socket =>
            {
                await ScriptedPeer.AdmitToSessionAsync(socket);
                await AnswerAsync(socket, Methods.DataList, new DataListResult([Entry]), Json.DataListResult);
                await ScriptedPeer.HearAsync(socket, Methods.Train);
            },
            async socket =>
            {
                await ScriptedPeer.ReadmitAsync(socket, since: 0);
                // Nothing of the first request comes again: the next is this.
                await AnswerAsync(socket, Methods.JobList, new JobListResult([Job("running")]), Json.JobListResult);
            });
        await using var session = await SessionAsync(peer);
        var table = Assert.Single(await session.TablesAsync(Cancellation));
        var lost = await Assert.ThrowsAsync<ConnectionLostException>(() => session.SubmitAsync(table, new TrainRequest("CART"), Cancellation));
        Assert.True(lost.WasSent);
        Assert.Equal("job-1", Assert.Single(await session.JobsAsync(Cancellation)).JobId);
    }

    [Fact]
    public async Task WhatOnlyAsksIsAskedAgain()
    {
        await using var peer = await ScriptedPeer.StartAsync(
            ScriptedPeer.AdmitUntilItLeavesAsync,
            async socket =>
            {
                await ScriptedPeer.AdmitToSessionAsync(socket);
                await ScriptedPeer.HearAsync(socket, Methods.DataList);
            },
            async socket =>
            {
                await ScriptedPeer.ReadmitAsync(socket, since: 0);
                await AnswerAsync(socket, Methods.DataList, new DataListResult([Entry]), Json.DataListResult);
            });
        await using var session = await SessionAsync(peer);
        Assert.Equal("data-1", Assert.Single(await session.TablesAsync(Cancellation)).Id);
    }

    [Fact]
    public async Task TheEndOfAJobThatTheServerNoLongerTellsIsFoundInTheListOfJobs()
    {
        await using var peer = await ScriptedPeer.StartAsync(
            ScriptedPeer.AdmitUntilItLeavesAsync,
            async socket =>
            {
                await ScriptedPeer.AdmitToSessionAsync(socket);
                await TellAsync(socket, 7, "job-1");
                await TellAsync(socket, 8, "job-2");
                await AnswerAsync(socket, Methods.DataList, new DataListResult([]), Json.DataListResult);
            },
            async socket =>
            {
                var dropped = Envelope.Event(EventNames.SessionEventsDropped, new EventsDroppedData(12), Json.EventsDroppedData);
                await ScriptedPeer.SayAsync(socket, dropped);
                await ScriptedPeer.ReadmitAsync(socket, since: 8, Job("complete"));
            });
        await using var session = await SessionAsync(peer);
        await session.TablesAsync(Cancellation);
        var told = await session.Job("job-1").ProgressAsync(Cancellation).ToListAsync(Cancellation);
        Assert.Equal(7, told[0].Seq);
        Assert.Equal(new JobProgress.Missed(12), told[1]);
        Assert.Equal(JobEnd.Complete, Assert.IsType<JobProgress.Ended>(told[2]).Outcome.Status);
        var gone = await Assert.ThrowsAsync<ServerErrorException>(() => session.Job("job-2").WaitAsync(Cancellation));
        Assert.Equal(ErrorCodes.NotFound, gone.Error.Code);
    }

    [Fact]
    public async Task AnUploadWhoseEndIsNotHeardOfIsFoundAmongTheTables()
    {
        await using var peer = await ScriptedPeer.StartAsync(
            ScriptedPeer.AdmitUntilItLeavesAsync,
            async socket =>
            {
                await ScriptedPeer.AdmitToSessionAsync(socket);
                await AnswerAsync(socket, Methods.DataList, new DataListResult([Entry]), Json.DataListResult);
                await AnswerAsync(socket, Methods.DataUploadBegin, new UploadBeginResult("upload-1"), Json.UploadBeginResult);
                await ScriptedPeer.HearAsync(socket, Methods.DataUploadChunk);
            },
            async socket =>
            {
                await ScriptedPeer.ReadmitAsync(socket, since: 0);
                await RefuseAsync(socket, Methods.DataUploadChunk, ErrorCodes.InvalidParams);
                await ScriptedPeer.HearAsync(socket, Methods.DataUploadEnd);
            },
            async socket =>
            {
                await ScriptedPeer.ReadmitAsync(socket, since: 0);
                await RefuseAsync(socket, Methods.DataUploadEnd, ErrorCodes.NotFound);
                await AnswerAsync(socket, Methods.DataList, new DataListResult([Entry, Entry with { DataHandle = "data-2" }]), Json.DataListResult);
            });
        await using var session = await SessionAsync(peer);
        using var stream = new MemoryStream([1, 2, 3]);
        Assert.Equal("data-2", (await session.UploadAsync("t", stream, cancellation: Cancellation)).Id);
    }

    static async Task<RtemisSession> SessionAsync(ScriptedPeer peer)
    {
        await using var client = await RtemisClient.ConnectAsync(peer.Address, "token", Options, Cancellation);
        return await client.CreateSessionAsync("s", Cancellation);
    }

    static JobSummary Job(string status) => new("job-1", "train", status, "", null, null, null, null, null, null, null, null, null, null, null, null);

    static Task TellAsync(WebSocket socket, long seq, string job) =>
        ScriptedPeer.SayAsync(socket, Envelope.Event(EventNames.JobStarted, new JobStartedData(job, ""), Json.JobStartedData, seq));

    static async Task AnswerAsync<T>(WebSocket socket, string method, T result, JsonTypeInfo<T> type) =>
        await ScriptedPeer.SayAsync(socket, Envelope.Result((await ScriptedPeer.HearAsync(socket, method)).Id, result, type));

    static async Task RefuseAsync(WebSocket socket, string method, string code) =>
        await ScriptedPeer.SayAsync(socket, Envelope.Error((await ScriptedPeer.HearAsync(socket, method)).Id, new ErrorBody(code, "No.")));
}
