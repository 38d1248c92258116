using System.Buffers;

namespace Rtemis.Server.Transport;

/// <summary>
/// The bytes that were received and not yet taken, in pooled blocks. A frame is taken as a lease on the blocks that it lies in: nothing is copied,
/// and the blocks are free for others only when the lease ends.
/// </summary>
sealed class ReceiveBuffer : IDisposable
{
    // Below the size at which arrays leave the young generations.
    const int BlockSize = 64 << 10;

    BufferSegment? _first;
    BufferSegment? _last;
    int _start;
    int _end;

    /// <summary>The bytes that were received and not yet taken.</summary>
    public ReadOnlySequence<byte> Unread => _first is null ? ReadOnlySequence<byte>.Empty : new ReadOnlySequence<byte>(_first, _start, _last!, _end);

    /// <summary>Room for more bytes.</summary>
    public Memory<byte> GetMemory()
    {
        if (_last is null)
        {
            _first = _last = new BufferSegment(BlockSize, null);
            _start = _end = 0;
        }
        else if (_end == _last.Memory.Length)
        {
            _last = new BufferSegment(BlockSize, _last);
            _end = 0;
        }
        return _last.Writable(_end);
    }

    /// <summary>Says how many bytes were written to the room.</summary>
    public void Advance(int count) => _end += count;

    /// <summary>Takes the first <paramref name="length"/> unread bytes away, to be kept alive by the lease.</summary>
    public BufferLease Take(long length)
    {
        var touched = 1;
        var left = length - (Filled(_first!) - _start);
        for (var s = _first!; left > 0; left -= Filled(s), touched++) s = (BufferSegment)s.Next!;
        var lease = new BufferLease(_first!, touched);
        Skip(length);
        return lease;
    }

    /// <summary>Drops all unread bytes.</summary>
    public void Clear()
    {
        while (_first is { } segment)
        {
            _first = (BufferSegment?)segment.Next;
            segment.Release();
        }
        _last = null;
    }

    public void Dispose() => Clear();

    void Skip(long length)
    {
        while (_first is { } segment)
        {
            var here = Filled(segment) - _start;
            if (length < here || segment == _last && _end < segment.Memory.Length)
            {
                _start += (int)length;
                // All was taken and worked on: the block begins anew.
                if (_start == _end && segment == _last && !segment.IsLeased) _start = _end = 0;
                return;
            }
            length -= here;
            _start = 0;
            _first = (BufferSegment?)segment.Next;
            segment.Release();
        }
        _last = null;
    }

    int Filled(BufferSegment segment) => segment == _last ? _end : segment.Memory.Length;
}
