using System.IO.Compression;
using Rtemis.Data;

namespace Rtemis.Cli.Tables;

/// <summary>Reads the tables of the command line: delimited text, or an Arrow IPC stream (<c>.arrow</c>, <c>.arrows</c>, <c>.ipc</c>), <c>.gz</c> behind either.</summary>
static class TableFile
{
    const string Compressed = ".gz";
    static readonly string[] ArrowEndings = [".arrow", ".arrows", ".ipc"];

    /// <summary>Reads a file.</summary>
    /// <exception cref="CsvFormatException">It is no delimited text, or not what the options say; the message has line and column.</exception>
    /// <exception cref="ArrowFormatException">It is no Arrow stream.</exception>
    /// <exception cref="IOException">It can't be read.</exception>
    public static NamedTable Read(string path, CsvReadOptions csv, CancellationToken cancellation)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.SequentialScan);
        var isCompressed = path.EndsWith(Compressed, StringComparison.OrdinalIgnoreCase);
        var plain = isCompressed ? path[..^Compressed.Length] : path;
        using var unpacked = isCompressed ? new GZipStream(file, CompressionMode.Decompress) : null;
        var source = (Stream?)unpacked ?? file;
        try
        {
            return new(Path.GetFileNameWithoutExtension(plain), IsArrow(plain) ? ReadArrow(source) : CsvTableReader.Read(source, csv, cancellation));
        }
        catch (CsvFormatException e)
        {
            throw new CsvFormatException($"{path}: {e.Message}", e);
        }
    }

    static bool IsArrow(string plain) => ArrowEndings.Contains(Path.GetExtension(plain), StringComparer.OrdinalIgnoreCase);

    static Table ReadArrow(Stream source)
    {
        using var bytes = new MemoryStream();
        source.CopyTo(bytes);
        return ArrowStreamReader.Read(bytes.GetBuffer().AsMemory(0, (int)bytes.Length));
    }
}
