using System.Buffers;
using Rtemis.Protocol.Messages;

namespace Rtemis.Protocol.Tests;

public class RentedAnswerTests
{
    static readonly NameTable Names = new([Methods.Ping]);
    static readonly PingResult Pong = new("2026-01-01T00:00:00Z");

    [Fact]
    public void ARentedAnswerHasTheBytesOfAnOrdinaryOne()
    {
        var id = RequestId.Of(7);
        var rented = Envelope.RentResult(id, Pong, ProtocolJson.Default.PingResult);
        Assert.Equal(Envelope.Result(id, Pong, ProtocolJson.Default.PingResult), rented.Memory.ToArray());
        rented.Return();
    }

    [Fact]
    public void WhatWasComposedBeforeLeavesNothingBehind()
    {
        var expected = Envelope.Result(RequestId.Of(1), Pong, ProtocolJson.Default.PingResult);
        Envelope.Result(RequestId.Of(2), new PingResult(new string('x', 300_000)), ProtocolJson.Default.PingResult);
        Assert.Equal(expected, Envelope.Result(RequestId.Of(1), Pong, ProtocolJson.Default.PingResult));
        Assert.Throws<ProtocolException>(() => Envelope.RentResult(RequestId.Null, new PingResult(new string('x', ProtocolLimits.Header)), ProtocolJson.Default.PingResult));
        Assert.Equal(expected, Envelope.Result(RequestId.Of(1), Pong, ProtocolJson.Default.PingResult));
    }

    [Fact]
    public void AKnownRequestIsReadAndAnsweredWithoutGarbage()
    {
        var frames = new FrameReader();
        var received = FrameWriter.Prefix("""{"v":1,"id":"r1","method":"ping","params":{}}"""u8);
        for (var i = 0; i < 100; i++) Answer(frames, received);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++) Answer(frames, received);
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 1000, "More than a byte was allocated for each.");
    }

    static void Answer(FrameReader frames, byte[] received)
    {
        var unread = new ReadOnlySequence<byte>(received);
        Assert.True(frames.TryRead(ref unread, out var frame));
        var request = Request.Read(frame.Header, Names);
        Envelope.RentResult(request.Id, Pong, ProtocolJson.Default.PingResult).Return();
    }
}
