using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Rtemis.Data.Arrow;

/// <summary>Buffers of fixed-width cells. Cells that have Arrow's layout are written from where they are.</summary>
static class ValueBuffers
{
    // Cells converted before they go to the sink: few enough to stay in the fastest cache.
    const int Block = 1024;

    public static BodyBuffer Cells<T>(ReadOnlyMemory<T> values) where T : unmanaged =>
        new((long)values.Length * Unsafe.SizeOf<T>(), sink =>
        {
            // In blocks, since the bytes of the longest columns are more than one span can hold.
            for (var rest = values; !rest.IsEmpty;)
            {
                var part = rest[..Math.Min(rest.Length, 1 << 24)];
                sink.Write(MemoryMarshal.AsBytes(part.Span));
                rest = rest[part.Length..];
            }
        });

    public static BodyBuffer Converted<TFrom, TTo>(ReadOnlyMemory<TFrom> values, Func<TFrom, TTo> convert)
        where TFrom : unmanaged where TTo : unmanaged =>
        new((long)values.Length * Unsafe.SizeOf<TTo>(), sink =>
        {
            var block = new TTo[Block];
            for (var rest = values.Span; !rest.IsEmpty;)
            {
                var count = Math.Min(rest.Length, Block);
                for (var i = 0; i < count; i++) block[i] = convert(rest[i]);
                sink.Write(MemoryMarshal.AsBytes(block.AsSpan(0, count)));
                rest = rest[count..];
            }
        });

    public static BodyBuffer Bits(BitView bits) => new((bits.Length + 7L) / 8, sink =>
    {
        // A window may start amid a byte, and what surrounds it must not get out.
        var bytes = new byte[(bits.Length + 7) / 8];
        bits.CopyTo(bytes, 0);
        sink.Write(bytes);
    });
}
