using System.Buffers.Binary;
using ZstdSharp;

namespace Rtemis.Data.Arrow;

/// <summary>Inflates compressed buffers, each into an array of exactly the size that it declares.</summary>
sealed class Inflater(ReadBudget budget) : IDisposable
{
    // A buffer starts with its inflated length; this one says that it was not compressed after all.
    const long StoredRaw = -1;

    Decompressor? _zstd;

    /// <summary>Reads which codec a batch uses.</summary>
    public static Codec ReadCodec(FlatTable compression)
    {
        var codec = (Codec)(sbyte)compression.Byte(BodyCompressionSlots.Codec);
        if (codec is not (Codec.Lz4Frame or Codec.Zstd))
            Throw.Format($"The body is compressed with codec number {(int)codec}; LZ4_FRAME (0) and ZSTD (1) can be read.");
        var method = compression.Byte(BodyCompressionSlots.Method);
        if (method != 0) Throw.Format($"The body is compressed by method number {method}; only single buffers (0) can be read.");
        return codec;
    }

    public ReadOnlyMemory<byte> Inflate(string column, Codec codec, ReadOnlyMemory<byte> buffer)
    {
        if (buffer.Length < sizeof(long)) Throw.Column(column, $"a compressed buffer of {buffer.Length} bytes lacks its inflated length.");
        var length = BinaryPrimitives.ReadInt64LittleEndian(buffer.Span);
        var content = buffer[sizeof(long)..];
        if (length == StoredRaw) return content;
        // Some writers leave nothing at all behind this length, not even an empty frame.
        if (length == 0) return default;
        if (length < 0 || length > Array.MaxLength)
            Throw.Column(column, $"a compressed buffer claims an inflated length of {length} bytes.");
        budget.Charge(length);
        var inflated = new byte[length];
        var written = codec == Codec.Zstd ? Zstd(content.Span, inflated) : Lz4Frame.Decode(content.Span, inflated);
        if (written != length)
            Throw.Column(column, $"a compressed buffer is damaged or does not inflate to the {length} bytes that it claims.");
        return inflated;
    }

    public void Dispose() => _zstd?.Dispose();

    // The bytes written, or -1 when the input is damaged or does not fit.
    int Zstd(ReadOnlySpan<byte> source, Span<byte> target)
    {
        _zstd ??= new Decompressor();
        try
        {
            return _zstd.Unwrap(source, target);
        }
        catch (ZstdException)
        {
            return -1;
        }
    }
}
