using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Rtemis.Data.RData;

/// <summary>Numbers and bytes on their way to a stream, through one pooled buffer.</summary>
sealed class ByteSink(Stream target, RFormat format, CancellationToken cancellation) : IDisposable
{
    const int Size = 1 << 16;

    readonly byte[] _buffer = ArrayPool<byte>.Shared.Rent(Size);
    readonly bool _swap = format == RFormat.Xdr == BitConverter.IsLittleEndian;
    int _used;

    public void WriteInt(int value)
    {
        if (Size - _used < sizeof(int)) Flush();
        var span = _buffer.AsSpan(_used);
        if (format == RFormat.Xdr) BinaryPrimitives.WriteInt32BigEndian(span, value);
        else BinaryPrimitives.WriteInt32LittleEndian(span, value);
        _used += sizeof(int);
    }

    public void WriteBytes(ReadOnlySpan<byte> bytes)
    {
        while (bytes.Length > 0)
        {
            if (_used == Size) Flush();
            var piece = Math.Min(bytes.Length, Size - _used);
            bytes[..piece].CopyTo(_buffer.AsSpan(_used));
            _used += piece;
            bytes = bytes[piece..];
        }
    }

    public void WriteValues<T>(RValues<T> values)
        where T : unmanaged
    {
        for (var done = 0; done < values.Length;)
        {
            if (Size - _used < Unsafe.SizeOf<T>()) Flush();
            var piece = Math.Min(values.Length - done, (Size - _used) / Unsafe.SizeOf<T>());
            var bytes = _buffer.AsSpan(_used, piece * Unsafe.SizeOf<T>());
            var target = MemoryMarshal.Cast<byte, T>(bytes);
            values.CopyTo(done, target);
            if (_swap) ByteOrder.Reverse(target);
            _used += bytes.Length;
            done += piece;
        }
    }

    public void Flush()
    {
        cancellation.ThrowIfCancellationRequested();
        target.Write(_buffer, 0, _used);
        _used = 0;
    }

    public void Dispose() => ArrayPool<byte>.Shared.Return(_buffer);
}
