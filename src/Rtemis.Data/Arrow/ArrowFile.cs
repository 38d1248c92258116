using Rtemis.Data.Arrow;

namespace Rtemis.Data;

/// <summary>
/// A table in a file that holds an Arrow IPC stream, mapped into memory rather than read: columns whose layout allows it are views
/// of the mapping. They are valid until <see cref="Dispose"/>; afterwards they throw <see cref="ObjectDisposedException"/>. No span of
/// them may be in use at that moment, and nobody may shorten the file before it.
/// </summary>
public sealed class ArrowFile : IDisposable
{
    readonly MappedMemory _memory;

    ArrowFile(MappedMemory memory, Table table)
    {
        _memory = memory;
        Table = table;
    }

    /// <summary>The table.</summary>
    public Table Table { get; }

    /// <summary>Maps the file at <paramref name="path"/> and reads it as <see cref="ArrowStreamReader.Read"/> does.</summary>
    /// <exception cref="ArrowFormatException">The file is empty, holds more than 2 GB, or is no stream that can be read.</exception>
    /// <exception cref="IOException">The file cannot be opened.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be opened.</exception>
    public static ArrowFile Open(string path)
    {
        var length = new FileInfo(path).Length;
        if (length == 0) Throw.Format("The file is empty.");
        if (length > int.MaxValue) Throw.Format($"The file holds {length} bytes; at most {int.MaxValue} can be read.");
        var memory = new MappedMemory(path, (int)length);
        var opened = false;
        try
        {
            var file = new ArrowFile(memory, ArrowStreamReader.Read(memory.Memory));
            opened = true;
            return file;
        }
        finally
        {
            if (!opened) ((IDisposable)memory).Dispose();
        }
    }

    /// <summary>Unmaps the file; the table's columns must not be used any more.</summary>
    public void Dispose() => ((IDisposable)_memory).Dispose();
}
