using System.Buffers;
using System.Text;
using Rtemis.Protocol.Messages;

namespace Rtemis.Protocol.Tests;

public class EnvelopeTests
{
    static string Header(byte[] prefix)
    {
        var buffer = new ReadOnlySequence<byte>(prefix);
        Assert.True(new FrameReader().TryRead(ref buffer, out var frame));
        return Encoding.UTF8.GetString(frame.Header.Span);
    }

    [Fact]
    public void AResultHasTheReferencesShape() => Assert.Equal(
        """{"v":1,"id":7,"ok":true,"result":{"job_id":"job-1","status":"queued","queue_position":2}}""",
        Header(Envelope.Result(RequestId.Of(7), new SubmittedResult("job-1", "queued", 2), ProtocolJson.Default.SubmittedResult)));

    [Fact]
    public void WhatDoesNotApplyIsLeftOutAndWhatIsUnknownIsNull()
    {
        var summary = new JobSummary("job-1", "train", "running", "t", null, null, null, null, null, null, null, null, null, null, null, null);
        Assert.Equal(
            """{"v":1,"id":1,"ok":true,"result":{"job_id":"job-1","type":"train","status":"running","submitted_at":"t","started_at":null,"completed_at":null,"stage":null,"fraction":null,"last_message":null,"error":null}}""",
            Header(Envelope.Result(RequestId.Of(1), summary, ProtocolJson.Default.JobSummary)));
    }

    [Fact]
    public void AnEventHasItsNumberBetweenNameAndData() => Assert.Equal(
        """{"v":1,"event":"job.cancelled","seq":3,"data":{"job_id":"job-1"}}""",
        Header(Envelope.Event(EventNames.JobCancelled, new JobCancelledData("job-1"), ProtocolJson.Default.JobCancelledData, 3)));

    [Fact]
    public void NumbersKeepAllTheirDigits() => Assert.Contains(
        "0.1234567890123456",
        Header(Envelope.Result(RequestId.Null, new SnapshotJob("j", "running", null, 0.1234567890123456), ProtocolJson.Default.SnapshotJob)),
        StringComparison.Ordinal);

    [Fact]
    public void APayloadIsAnnounced()
    {
        var prefix = Envelope.RawResult(RequestId.Null, """{"rows":1}"""u8.ToArray(), new PayloadInfo(PayloadInfo.ArrowIpc, 5));
        var buffer = new ReadOnlySequence<byte>([.. prefix, 1, 2, 3, 4, 5]);
        Assert.True(new FrameReader().TryRead(ref buffer, out var frame));
        Assert.Equal(5, frame.Payload.Length);
    }

    [Fact]
    public void AnAnswerThatNoHeaderHoldsIsRefusedWithItsSize()
    {
        var refusal = Assert.Throws<ProtocolException>(
            () => Envelope.Result(RequestId.Null, new PingResult(new string('x', ProtocolLimits.Header)), ProtocolJson.Default.PingResult));
        Assert.Equal(ErrorCodes.TooMany, refusal.Code);
    }
}
