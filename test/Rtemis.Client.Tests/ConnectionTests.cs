using System.Net.WebSockets;
using Rtemis.Protocol;
using Rtemis.Protocol.Messages;

namespace Rtemis.Client.Tests;

/// <summary>The client against a peer that says what a test tells it to, over a real socket.</summary>
public sealed class ConnectionTests
{
    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task AnswersFindTheirRequestsInWhateverOrderTheyCome()
    {
        await using var peer = await ScriptedPeer.StartAsync(async socket =>
        {
            var first = await ScriptedPeer.HearAsync(socket);
            var second = await ScriptedPeer.HearAsync(socket);
            foreach (var (id, ts) in new[] { (second, "second"), (first, "first") })
                await ScriptedPeer.SayAsync(socket, Envelope.Result(id.Id, new PingResult(ts), ProtocolJson.Default.PingResult));
        });
        await using var connection = await Connection.OpenAsync(peer.Address, cancellation: Cancellation);
        var one = connection.CallAsync(Methods.Ping, cancellation: Cancellation);
        var two = connection.CallAsync(Methods.Ping, cancellation: Cancellation);
        Assert.Equal("first", (await one).Result.GetProperty("ts").GetString());
        Assert.Equal("second", (await two).Result.GetProperty("ts").GetString());
        Assert.Null((await one).Payload);
    }

    [Fact]
    public async Task AnErrorIsThrownAsItCame()
    {
        await using var peer = await ScriptedPeer.StartAsync(async socket =>
        {
            var request = await ScriptedPeer.HearAsync(socket);
            await ScriptedPeer.SayAsync(socket, Envelope.Error(request.Id, new ErrorBody(ErrorCodes.NotFound, "Unknown job_id 'x'.")));
        });
        await using var connection = await Connection.OpenAsync(peer.Address, cancellation: Cancellation);
        var error = await Assert.ThrowsAsync<ServerErrorException>(() => connection.CallAsync(Methods.JobStatus, cancellation: Cancellation));
        Assert.Equal((ErrorCodes.NotFound, "Unknown job_id 'x'."), (error.Error.Code, error.Error.Message));
    }

    [Fact]
    public async Task EventsComeInOrderWithTheirNumbersAndEndWithTheConnection()
    {
        await using var peer = await ScriptedPeer.StartAsync(async socket =>
        {
            for (var i = 1; i <= 3; i++)
                await ScriptedPeer.SayAsync(
                    socket, Envelope.Event(EventNames.JobCancelled, new JobCancelledData($"job-{i}"), ProtocolJson.Default.JobCancelledData, i));
        });
        await using var connection = await Connection.OpenAsync(peer.Address, cancellation: Cancellation);
        var seqs = new List<long?>();
        await foreach (var happened in connection.Events.WithCancellation(Cancellation)) seqs.Add(happened.Seq);
        Assert.Equal([1, 2, 3], seqs);
    }

    [Fact]
    public async Task ACallWhoseConnectionEndsFailsAndDoesNotHang()
    {
        await using var peer = await ScriptedPeer.StartAsync(async socket => await ScriptedPeer.HearAsync(socket));
        await using var connection = await Connection.OpenAsync(peer.Address, cancellation: Cancellation);
        var lost = await Assert.ThrowsAsync<ConnectionLostException>(() => connection.CallAsync(Methods.Ping, cancellation: Cancellation));
        Assert.Equal(WebSocketCloseStatus.NormalClosure, lost.Status);
        await Assert.ThrowsAsync<ConnectionLostException>(() => connection.CallAsync(Methods.Ping, cancellation: Cancellation));
    }

    [Fact]
    public async Task ACallThatIsNotAnsweredTimesOut()
    {
        var done = new TaskCompletionSource();
        await using var peer = await ScriptedPeer.StartAsync(async _ => await done.Task);
        await using var connection = await Connection.OpenAsync(peer.Address, new ClientOptions { AnswerTimeout = TimeSpan.FromMilliseconds(50) }, Cancellation);
        await Assert.ThrowsAsync<TimeoutException>(() => connection.CallAsync(Methods.Ping, cancellation: Cancellation));
        done.SetResult();
    }

    [Fact]
    public async Task APeerThatIsThereAndSilentIsGivenUp()
    {
        var done = new TaskCompletionSource();
        // It answers no ping while it does not listen.
        await using var peer = await ScriptedPeer.StartAsync(async _ => await done.Task);
        var options = new ClientOptions { SilenceTimeout = TimeSpan.FromMilliseconds(100) };
        await using var connection = await Connection.OpenAsync(peer.Address, options, Cancellation);
        await Assert.ThrowsAsync<ConnectionLostException>(() => connection.CallAsync(Methods.Ping, cancellation: Cancellation));
        done.SetResult();
    }

    [Fact]
    public async Task WhatIsNoAnswerOfAServerEndsTheConnection()
    {
        foreach (var words in (string[])["""{"id":1}""", """{"id":1,"ok":true}""", """{"event":"x"}""", """{"id":1,"ok":false,"error":"no"}""", "[]"])
        {
            await using var peer = await ScriptedPeer.StartAsync(async socket =>
            {
                await ScriptedPeer.HearAsync(socket);
                await ScriptedPeer.SayAsync(socket, FrameWriter.Prefix(System.Text.Encoding.UTF8.GetBytes(words)));
            });
            await using var connection = await Connection.OpenAsync(peer.Address, cancellation: Cancellation);
            var lost = await Assert.ThrowsAsync<ConnectionLostException>(() => connection.CallAsync(Methods.Ping, cancellation: Cancellation));
            Assert.IsType<MalformedFrameException>(lost.InnerException);
            Assert.True(lost.WasSent);
        }
    }

    [Fact]
    public async Task APayloadComesWholeWithItsResult()
    {
        var payload = new byte[300_000];
        new Random(5).NextBytes(payload);
        await using var peer = await ScriptedPeer.StartAsync(async socket =>
        {
            var request = await ScriptedPeer.HearAsync(socket);
            var head = Envelope.RawResult(request.Id, """{"rows":1}"""u8.ToArray(), new PayloadInfo(PayloadInfo.ArrowIpc, payload.Length));
            await ScriptedPeer.SayAsync(socket, [.. head, .. payload]);
        });
        await using var connection = await Connection.OpenAsync(peer.Address, cancellation: Cancellation);
        var response = await connection.CallAsync(Methods.JobResult, cancellation: Cancellation);
        Assert.Equal(payload, response.Payload!.Value.ToArray());
    }
}
