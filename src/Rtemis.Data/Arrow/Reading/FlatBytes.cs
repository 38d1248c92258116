using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;

namespace Rtemis.Data.Arrow;

/// <summary>The bytes of one FlatBuffers message, and the checks that keep reads inside of them.</summary>
/// <param name="span">The message.</param>
/// <param name="origin">Where it lies in the input, for messages.</param>
readonly ref struct FlatBytes(ReadOnlySpan<byte> span, long origin)
{
    readonly long _origin = origin;

    public ReadOnlySpan<byte> Span { get; } = span;

    /// <summary>Returns <paramref name="position"/> when <paramref name="length"/> bytes from there lie inside.</summary>
    public int Check(long position, long length)
    {
        if (position < 0 || length > Span.Length - position) Refuse(position);
        return (int)position;
    }

    /// <summary>The position that the reference at <paramref name="reference"/> points to.</summary>
    public int Follow(int reference)
    {
        Check(reference, sizeof(uint));
        return Check(reference + (long)BinaryPrimitives.ReadUInt32LittleEndian(Span[reference..]), 0);
    }

    [DoesNotReturn]
    public void Refuse(long position) =>
        Throw.Format($"The message metadata at byte {_origin} is damaged: it refers to its byte {position}, outside of its {Span.Length} bytes.");
}
