using System.IO.Pipelines;
using MemoryPack;
using Rtemis.Learning.Parameters;

namespace Rtemis.Learning.Training;

/// <summary>Models as files: a mark with the format's version, then the model in MemoryPack's binary form.</summary>
public static class ModelFile
{
    // The last byte is the version: it grows when models of before can't be read any more.
    static ReadOnlySpan<byte> Mark => "RTMODEL\u0001"u8;

    static ModelFile() => ModelFormats.Register();

    /// <summary>Writes a model.</summary>
    /// <exception cref="IOException">The stream can't take it.</exception>
    public static void Write(TrainedModel model, Stream stream)
    {
        stream.Write(Mark);
        var writer = PipeWriter.Create(stream, new StreamPipeWriterOptions(leaveOpen: true));
        MemoryPackSerializer.Serialize(writer, model);
        writer.Complete();
    }

    /// <summary>Reads a model that <see cref="Write"/> wrote. Only files of one's own are to be read: a model is not checked for sense.</summary>
    /// <exception cref="InvalidDataException">The bytes are no model, or one of another version.</exception>
    public static TrainedModel Read(ReadOnlySpan<byte> bytes)
    {
        if (!bytes.StartsWith(Mark[..^1])) throw new InvalidDataException("This is not a model file.");
        if (bytes.Length <= Mark.Length || bytes[Mark.Length - 1] != Mark[^1])
            throw new InvalidDataException("The model was written by another version of the program; train it again.");
        try
        {
            return MemoryPackSerializer.Deserialize<TrainedModel>(bytes[Mark.Length..]) ?? throw new InvalidDataException("The model file is damaged.");
        }
        catch (Exception e) when (e is MemoryPackSerializationException or ArgumentException or ParameterException)
        {
            throw new InvalidDataException("The model file is damaged.", e);
        }
    }
}
