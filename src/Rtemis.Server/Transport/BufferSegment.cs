using System.Buffers;

namespace Rtemis.Server.Transport;

/// <summary>A pooled block of received bytes that goes back to the pool when the last of its holders lets go.</summary>
sealed class BufferSegment : ReadOnlySequenceSegment<byte>
{
    readonly byte[] _bytes;
    int _holders = 1;

    public BufferSegment(int size, BufferSegment? previous)
    {
        _bytes = ArrayPool<byte>.Shared.Rent(size);
        Memory = _bytes;
        if (previous is null) return;
        RunningIndex = previous.RunningIndex + previous.Memory.Length;
        previous.Next = this;
    }

    /// <summary>Whether a frame in it is still worked on.</summary>
    public bool IsLeased => Volatile.Read(ref _holders) > 1;

    public Memory<byte> Writable(int offset) => _bytes.AsMemory(offset);

    public void Hold() => Interlocked.Increment(ref _holders);

    public void Release()
    {
        if (Interlocked.Decrement(ref _holders) == 0) ArrayPool<byte>.Shared.Return(_bytes);
    }
}
