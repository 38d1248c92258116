using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Rtemis.Data.RData;

/// <summary>
/// Numbers and bytes from a stream, through one pooled buffer. A length is held against what is left where that is known; where it isn't,
/// memory grows with what has arrived.
/// </summary>
sealed class ByteSource(Stream source, MemoryBudget budget, CancellationToken cancellation) : IDisposable
{
    const int Size = 1 << 16;
    const int FirstBlock = 1 << 17;

    readonly byte[] _buffer = ArrayPool<byte>.Shared.Rent(Size);
    readonly long? _total = source.CanSeek ? source.Length - source.Position : null;
    long _received;
    int _at;
    int _end;

    public RFormat Format { get; set; }

    bool Swap => Format == RFormat.Xdr == BitConverter.IsLittleEndian;

    public int ReadInt()
    {
        var bytes = Take(sizeof(int));
        return Format == RFormat.Xdr ? BinaryPrimitives.ReadInt32BigEndian(bytes) : BinaryPrimitives.ReadInt32LittleEndian(bytes);
    }

    /// <summary>The next bytes, at most as many as the buffer holds. They are valid until the next call.</summary>
    public ReadOnlySpan<byte> Take(int count)
    {
        while (_end - _at < count) Receive();
        _at += count;
        return _buffer.AsSpan(_at - count, count);
    }

    /// <summary>The next bytes, of any number; those that fit into the buffer are not copied.</summary>
    public ReadOnlySpan<byte> TakeAny(int count) => count <= Size ? Take(count) : ReadValues<byte>(count);

    public T[] ReadValues<T>(int count)
        where T : unmanaged
    {
        Require(count, Unsafe.SizeOf<T>());
        budget.Charge((long)count * Unsafe.SizeOf<T>());
        var values = new T[_total is null ? Math.Min(count, FirstBlock) : count];
        for (var done = 0; done < count;)
        {
            if (done == values.Length) Array.Resize(ref values, (int)Math.Min(count, 2L * done));
            // Piece by piece, since no span has more than 2 GB.
            var piece = Math.Min(values.Length - done, FirstBlock);
            Fill(MemoryMarshal.AsBytes(values.AsSpan(done, piece)));
            done += piece;
        }
        if (Swap) ByteOrder.Reverse(values.AsSpan());
        return values;
    }

    /// <summary>Refuses a number of items that what is left can't hold.</summary>
    public void Require(int count, int leastSize)
    {
        if (count < 0) throw new RDataFormatException($"A length of {count} is none.");
        if (_total is { } total && (long)count * leastSize > total - _received + (_end - _at)) throw Short();
    }

    /// <summary>The room to make at first for a number of items.</summary>
    public int Room(int count) => _total is null ? Math.Min(count, FirstBlock / 8) : count;

    public void Dispose() => ArrayPool<byte>.Shared.Return(_buffer);

    void Fill(Span<byte> target)
    {
        while (target.Length > 0)
        {
            if (_at == _end) Receive();
            var piece = Math.Min(target.Length, _end - _at);
            _buffer.AsSpan(_at, piece).CopyTo(target);
            _at += piece;
            target = target[piece..];
        }
    }

    void Receive()
    {
        cancellation.ThrowIfCancellationRequested();
        _buffer.AsSpan(_at, _end - _at).CopyTo(_buffer);
        (_at, _end) = (0, _end - _at);
        var count = source.Read(_buffer, _end, Size - _end);
        if (count == 0) throw Short();
        _received += count;
        _end += count;
    }

    static RDataFormatException Short() => new("The stream ends within an object.");
}
