using System.Buffers;

namespace Rtemis.Data.Arrow;

/// <summary>Writes to a buffer that grows.</summary>
sealed class BufferSink(IBufferWriter<byte> writer) : ISink
{
    public void Write(ReadOnlySpan<byte> bytes) => writer.Write(bytes);
}
