using System.Buffers;

namespace Rtemis.Protocol;

/// <summary>A frame up to its payload, in an array of the shared pool that whoever has sent it gives back.</summary>
/// <param name="Array">The array; the frame is at its beginning.</param>
/// <param name="Length">The frame's bytes.</param>
public readonly record struct RentedFrame(byte[] Array, int Length)
{
    /// <summary>The frame's bytes.</summary>
    public ReadOnlyMemory<byte> Memory => Array.AsMemory(0, Length);

    /// <summary>Gives the array back; the frame is not to be touched after this.</summary>
    public void Return() => ArrayPool<byte>.Shared.Return(Array);
}
