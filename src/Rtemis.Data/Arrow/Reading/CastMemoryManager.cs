using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Rtemis.Data.Arrow;

/// <summary>Shows memory of one type as memory of another, without a copy. Bytes beyond the last whole element are left out.</summary>
sealed class CastMemoryManager<TFrom, TTo>(ReadOnlyMemory<TFrom> source) : MemoryManager<TTo>
    where TFrom : unmanaged
    where TTo : unmanaged
{
    public override Span<TTo> GetSpan() => MemoryMarshal.Cast<TFrom, TTo>(MemoryMarshal.AsMemory(source).Span);

    public override unsafe MemoryHandle Pin(int elementIndex = 0)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)elementIndex, (uint)GetSpan().Length);
        // The handle of the source goes along, since it is what keeps the bytes in place.
        var pinned = source.Pin();
        return new MemoryHandle((TTo*)pinned.Pointer + elementIndex, pinnable: new Pinned(pinned));
    }

    public override void Unpin() { }

    protected override void Dispose(bool disposing) { }

    /// <summary>Whether the source lies where the target type wants it.</summary>
    public static unsafe bool IsAligned(ReadOnlyMemory<TFrom> source)
    {
        // Compaction moves arrays by whole words, so what holds for the address now holds for good.
        var address = (nuint)Unsafe.AsPointer(ref MemoryMarshal.GetReference(source.Span));
        return address % (nuint)sizeof(TTo) == 0;
    }

    sealed class Pinned(MemoryHandle handle) : IPinnable
    {
        public MemoryHandle Pin(int elementIndex) => throw new NotSupportedException("A handle is pinned once.");

        public void Unpin() => handle.Dispose();
    }
}
