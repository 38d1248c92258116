namespace Rtemis.Data.Arrow;

/// <summary>Writes to a stream.</summary>
sealed class StreamSink(Stream stream) : ISink
{
    public void Write(ReadOnlySpan<byte> bytes) => stream.Write(bytes);
}
