using System.Buffers;
using System.Text;

namespace Rtemis.Protocol.Tests;

public class FrameReaderTests
{
    const string Ping = """{"v":1,"id":"r1","method":"ping"}""";
    static readonly byte[] Payload = [1, 2, 3, 4, 5];
    static readonly byte[] Upload = Bytes.Frame("""{"v":1,"id":"r2","method":"data.upload","payload":{"format":"arrow-ipc","bytes":5}}""", Payload);

    static Frame? Read(byte[] bytes, out long left, int block = 7)
    {
        var buffer = Bytes.InBlocks(bytes, block);
        var whole = new FrameReader().TryRead(ref buffer, out var frame);
        left = buffer.Length;
        return whole ? frame : null;
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(4096)]
    public void AFrameIsReadHoweverItsBytesAreCutIntoBlocks(int block)
    {
        var frame = Read(Upload, out var left, block);
        Assert.True(frame!.Value.HasPayload);
        Assert.Equal(Payload, frame.Value.Payload.ToArray());
        Assert.Equal(0, left);
    }

    [Fact]
    public void AFrameCutAtAnyByteAsksForMoreAndTakesNothing()
    {
        for (var cut = 0; cut < Upload.Length; cut++)
        {
            Assert.Null(Read(Upload[..cut], out var left));
            Assert.Equal(cut, left);
        }
    }

    [Fact]
    public void AFrameThatComesByteByByteIsReadOnceItIsWhole()
    {
        var header = Upload[4..^Payload.Length];
        for (var block = 1; block <= Upload.Length; block++)
        {
            var reader = new FrameReader();
            for (var have = 1; have <= Upload.Length; have++)
            {
                var buffer = Bytes.InBlocks(Upload[..have], block);
                Assert.Equal(have == Upload.Length, reader.TryRead(ref buffer, out var frame));
                if (have < Upload.Length) continue;
                Assert.Equal(header, frame.Header.ToArray());
                Assert.Equal(Payload, frame.Payload.ToArray());
            }
        }
    }

    [Fact]
    public void FramesBackToBackAreReadOneByOne()
    {
        byte[] bytes = [.. Bytes.Frame(Ping), .. Upload, .. Bytes.Frame(Ping)];
        var buffer = Bytes.InBlocks(bytes, 11);
        var reader = new FrameReader();
        var payloads = new List<bool>();
        while (reader.TryRead(ref buffer, out var frame)) payloads.Add(frame.HasPayload);
        Assert.Equal([false, true, false], payloads);
        Assert.Equal(0, buffer.Length);
    }

    [Fact]
    public void APayloadIsASliceOfTheBufferAndNoCopy()
    {
        var buffer = new ReadOnlySequence<byte>(Upload);
        Assert.True(new FrameReader().TryRead(ref buffer, out var frame));
        Assert.True(System.Runtime.InteropServices.MemoryMarshal.TryGetArray(frame.Payload.First, out var segment));
        Assert.Same(Upload, segment.Array);
    }

    [Fact]
    public void AnEmptyPayloadIsThereAndEmpty()
    {
        var frame = Read(Bytes.Frame("""{"payload":{"format":"arrow-ipc","bytes":0}}"""), out _);
        Assert.True(frame!.Value.HasPayload);
        Assert.Equal(0, frame.Value.Payload.Length);
    }

    [Theory]
    [InlineData("7fffffff010203", "Malformed frame: header_len 2147483647 out of range (limit 1048576). First 7 bytes: 7f ff ff ff 01 02 03")]
    [InlineData("ffffffff", "Malformed frame: header_len -1 out of range (limit 1048576). First 4 bytes: ff ff ff ff")]
    public void ALengthOutOfRangeIsRefusedInTheReferencesWords(string hex, string message)
    {
        var refusal = Assert.Throws<MalformedFrameException>(() => Read(Convert.FromHexString(hex), out _));
        Assert.Equal(message, refusal.Message);
    }

    [Theory]
    [InlineData("hello", "Malformed frame: header JSON could not be parsed")]
    [InlineData("", "Malformed frame: header JSON could not be parsed")]
    [InlineData("{\"a\":1}x", "Malformed frame: header JSON could not be parsed")]
    [InlineData("{\"payload\":5}", "Malformed frame: header `payload` must be a `{bytes, format}` object.")]
    [InlineData("{\"payload\":{\"format\":\"arrow-ipc\"}}", "Malformed frame: header `payload` must be a `{bytes, format}` object.")]
    [InlineData("{\"payload\":{\"bytes\":-1}}", "Malformed frame: header `payload` must be a `{bytes, format}` object.")]
    [InlineData("{\"payload\":{\"bytes\":1.5}}", "Malformed frame: header `payload` must be a `{bytes, format}` object.")]
    [InlineData("{\"payload\":{\"bytes\":\"5\"}}", "Malformed frame: header `payload` must be a `{bytes, format}` object.")]
    [InlineData("{\"id\":\"\\ud800\"}", "Malformed frame: header JSON has a string that is not valid Unicode.")]
    public void AHeaderThatIsNoneIsRefusedWithItsReason(string header, string message) =>
        Assert.StartsWith(message, Assert.Throws<MalformedFrameException>(() => Read(Bytes.Frame(header), out _)).Message, StringComparison.Ordinal);

    [Fact]
    public void InvalidUtf8IsRefused()
    {
        var bytes = Bytes.Frame("""{"id":"xx"}""");
        bytes[11] = 0xff;
        Assert.Contains("UTF-8", Assert.Throws<MalformedFrameException>(() => Read(bytes, out _)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void JsonThatIsNestedTooDeeplyIsRefused()
    {
        var deep = new string('[', 2000) + new string(']', 2000);
        Assert.Throws<MalformedFrameException>(() => Read(Bytes.Frame($$"""{"params":{{deep}}}"""), out _));
    }

    [Theory]
    [InlineData(268435456L)]
    [InlineData(9223372036854775807L)]
    public void APayloadOverTheLimitIsRefusedBeforeItComes(long bytes)
    {
        var refusal = Assert.Throws<MalformedFrameException>(() => Read(Bytes.Frame($$$"""{"payload":{"bytes":{{{bytes}}}}}"""), out _));
        Assert.True(refusal.IsOverLimit);
    }

    [Fact]
    public void ALowerLimitHoldsUntilItIsRaised()
    {
        var reader = new FrameReader(64);
        var buffer = new ReadOnlySequence<byte>(Upload);
        Assert.Throws<MalformedFrameException>(() => reader.TryRead(ref buffer, out _));
        reader.Reset();
        reader.MaxFrame = ProtocolLimits.Frame;
        Assert.True(reader.TryRead(ref buffer, out _));
    }

    [Fact]
    public void ALyingLengthTakesNoMemory()
    {
        var bytes = Bytes.Frame("""{"payload":{"bytes":268000000}}""");
        Read(bytes, out _);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++) Assert.Null(Read(bytes, out _));
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 100 * 4096);
    }

    [Fact]
    public void NoMutationOfGoodFramesEndsInAnythingButAFrameARefusalOrAWish()
    {
        var random = new Random(20261123);
        byte[][] seeds = [Bytes.Frame(Ping), Upload, Bytes.Frame("""{"v":1,"id":7,"method":"train","params":{"a":[1,2,{"b":"\u00e9\n"}],"c":null}}""")];
        int frames = 0, refusals = 0, wishes = 0;
        for (var i = 0; i < 30_000; i++)
        {
            var bytes = (byte[])seeds[i % seeds.Length].Clone();
            // Mostly past the length field, whose every change would end in the same two ways.
            for (var changes = random.Next(1, 4); changes > 0; changes--) bytes[random.Next(i % 8 == 0 ? 0 : 4, bytes.Length)] = (byte)random.Next(256);
            try
            {
                if (Read(i % 4 == 0 ? bytes[..random.Next(1, bytes.Length + 1)] : bytes, out _, random.Next(1, 40)) is { } frame)
                {
                    var request = Request.Read(frame.Header);
                    _ = Envelope.Error(request.Id, new ErrorBody("x", request.Method ?? Encoding.UTF8.GetString(request.Params.Span)));
                    frames++;
                }
                else wishes++;
            }
            catch (MalformedFrameException)
            {
                refusals++;
            }
        }
        Assert.True(frames > 1000 && refusals > 1000 && wishes > 1000, $"{frames} frames, {refusals} refusals, {wishes} wishes");
    }
}
