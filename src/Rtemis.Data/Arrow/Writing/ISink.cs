namespace Rtemis.Data.Arrow;

/// <summary>Where a stream is written to, piece by piece.</summary>
interface ISink
{
    void Write(ReadOnlySpan<byte> bytes);
}
