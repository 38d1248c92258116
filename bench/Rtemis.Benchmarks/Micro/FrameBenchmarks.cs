using System.Buffers;
using BenchmarkDotNet.Attributes;
using Rtemis.Protocol;

namespace Rtemis.Benchmarks.Micro;

/// <summary>Cutting frames out of what was received.</summary>
[Config(typeof(MicroRuns))]
public class FrameBenchmarks
{
    const int Pings = 1000;
    const int BlockSize = 64 << 10;

    readonly FrameReader _reader = new();
    ReadOnlySequence<byte> _pings;
    ReadOnlySequence<byte> _chunk;

    [GlobalSetup]
    public void Prepare()
    {
        var ping = FrameWriter.Prefix("""{"v":1,"id":"r1","method":"ping","params":{}}"""u8);
        _pings = new(Enumerable.Repeat(ping, Pings).SelectMany(p => p).ToArray());
        const int Payload = 4 << 20;
        byte[] chunk =
        [
            .. FrameWriter.Prefix(
                """{"v":1,"id":"r1","method":"data.upload.chunk","params":{"upload_id":"u","chunk_index":1},"payload":{"format":"arrow-ipc","bytes":4194304}}"""u8),
            .. new byte[Payload],
        ];
        _chunk = Block.Sequence(chunk, BlockSize);
    }

    [Benchmark(OperationsPerInvoke = Pings)]
    public int Ping() => ReadAll(_pings);

    [Benchmark]
    public int ChunkOf4MiBInBlocks() => ReadAll(_chunk);

    int ReadAll(ReadOnlySequence<byte> unread)
    {
        var frames = 0;
        while (_reader.TryRead(ref unread, out _)) frames++;
        return frames;
    }

    sealed class Block : ReadOnlySequenceSegment<byte>
    {
        Block(ReadOnlyMemory<byte> memory, long index) => (Memory, RunningIndex) = (memory, index);

        public static ReadOnlySequence<byte> Sequence(byte[] bytes, int size)
        {
            Block? first = null, last = null;
            for (var start = 0; start < bytes.Length; start += size)
            {
                var block = new Block(bytes.AsMemory(start, Math.Min(size, bytes.Length - start)), start);
                first ??= block;
                if (last is not null) last.Next = block;
                last = block;
            }
            return new(first!, 0, last!, last!.Memory.Length);
        }
    }
}
