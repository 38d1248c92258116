using System.Buffers.Binary;
using K4os.Hash.xxHash;
using MemoryPack;

namespace Rtemis.Learning.Training;

/// <summary>Models as files: a mark with the format's version, a checksum, then the model in MemoryPack's binary form.</summary>
public static class ModelFile
{
    // The last byte is the version: it grows when models of before can't be read any more.
    static ReadOnlySpan<byte> Mark => "RTMODEL\u0001"u8;

    static ModelFile() => ModelFormats.Register();

    static int HeaderSize => Mark.Length + sizeof(ulong);

    /// <summary>Writes a model.</summary>
    /// <exception cref="LearningException">It is larger than the 2 GiB that a file can have.</exception>
    /// <exception cref="IOException">The stream can't take it.</exception>
    public static void Write(TrainedModel model, Stream stream)
    {
        byte[] content;
        try
        {
            content = MemoryPackSerializer.Serialize(model);
        }
        catch (OverflowException e)
        {
            throw new LearningException("rtemis_value_error", "The model is larger than the 2 GiB that a model file can have.", e);
        }
        Span<byte> header = stackalloc byte[HeaderSize];
        Mark.CopyTo(header);
        BinaryPrimitives.WriteUInt64LittleEndian(header[Mark.Length..], XXH64.DigestOf(content));
        stream.Write(header);
        stream.Write(content);
    }

    /// <summary>Reads a model that <see cref="Write"/> wrote.</summary>
    /// <exception cref="InvalidDataException">The bytes are no model, a damaged one, or one of another version.</exception>
    public static TrainedModel Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < HeaderSize || !bytes.StartsWith(Mark[..^1])) throw new InvalidDataException("This is not a model file.");
        if (bytes[Mark.Length - 1] != Mark[^1]) throw new InvalidDataException("The model was written by another version of the program; train it again.");
        var content = bytes[HeaderSize..];
        if (XXH64.DigestOf(content) != BinaryPrimitives.ReadUInt64LittleEndian(bytes[Mark.Length..])) throw new InvalidDataException("The model file is damaged.");
        return MemoryPackSerializer.Deserialize<TrainedModel>(content)!;
    }
}
