using System.Buffers.Binary;
using K4os.Compression.LZ4;
using K4os.Hash.xxHash;

namespace Rtemis.Data.Arrow;

/// <summary>
/// Decodes an LZ4 frame (https://github.com/lz4/lz4/blob/dev/doc/lz4_Frame_format.md) straight into its target: no block buffers, whose
/// sizes a hostile frame could choose. Blocks may refer to what came before them; dictionaries from elsewhere do not occur in Arrow.
/// </summary>
static class Lz4Frame
{
    const uint Magic = 0x184D2204, StoredBlock = 0x80000000;
    const int Window = 1 << 16;
    const byte Version = 0b01_000000, VersionMask = 0b11_000000;
    const byte Independent = 0x20, BlockChecksums = 0x10, HasContentSize = 0x08, HasContentChecksum = 0x04, HasDictionary = 0x01;

    /// <summary>Returns the bytes written to <paramref name="target"/>, or -1 when the frame is damaged or does not fit.</summary>
    public static int Decode(ReadOnlySpan<byte> frame, Span<byte> target)
    {
        if (frame.Length < 7 || BinaryPrimitives.ReadUInt32LittleEndian(frame) != Magic) return -1;
        var flags = frame[4];
        if ((flags & VersionMask) != Version || (flags & HasDictionary) != 0) return -1;
        var descriptorEnd = (flags & HasContentSize) != 0 ? 14 : 6;
        if (frame.Length <= descriptorEnd || (byte)(XXH32.DigestOf(frame[4..descriptorEnd]) >> 8) != frame[descriptorEnd]) return -1;

        var written = DecodeBlocks(frame[(descriptorEnd + 1)..], target, flags, out var rest);
        if (written < 0 || (flags & HasContentChecksum) == 0) return written;
        return rest.Length >= 4 && BinaryPrimitives.ReadUInt32LittleEndian(rest) == XXH32.DigestOf(target[..written]) ? written : -1;
    }

    static int DecodeBlocks(ReadOnlySpan<byte> blocks, Span<byte> target, byte flags, out ReadOnlySpan<byte> rest)
    {
        rest = default;
        var written = 0;
        while (true)
        {
            if (blocks.Length < 4) return -1;
            var header = BinaryPrimitives.ReadUInt32LittleEndian(blocks);
            blocks = blocks[4..];
            if (header == 0)
            {
                rest = blocks;
                return written;
            }
            var size = header & ~StoredBlock;
            var checksum = (flags & BlockChecksums) != 0 ? 4 : 0;
            if (size > blocks.Length - checksum) return -1;
            var block = blocks[..(int)size];
            if (checksum > 0 && BinaryPrimitives.ReadUInt32LittleEndian(blocks[(int)size..]) != XXH32.DigestOf(block)) return -1;

            var history = (flags & Independent) != 0 ? default : target[Math.Max(0, written - Window)..written];
            var count = (header & StoredBlock) != 0 ? Copy(block, target[written..]) : DecodeBlock(block, target[written..], history);
            if (count < 0) return -1;
            written += count;
            blocks = blocks[((int)size + checksum)..];
        }
    }

    static int DecodeBlock(ReadOnlySpan<byte> block, Span<byte> target, ReadOnlySpan<byte> history) =>
        history.IsEmpty ? LZ4Codec.Decode(block, target) : LZ4Codec.Decode(block, target, history);

    static int Copy(ReadOnlySpan<byte> block, Span<byte> target) => block.TryCopyTo(target) ? block.Length : -1;
}
