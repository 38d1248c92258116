using Rtemis.Data;

namespace Rtemis.Engines.R;

/// <summary>A table on its way to R: a data frame in the form that R reads fastest.</summary>
public static class RTableFile
{
    /// <summary>Writes the table of an Arrow file as R's little-endian serialization.</summary>
    /// <param name="arrow">The Arrow file.</param>
    /// <param name="target">The file to write, which must not exist.</param>
    /// <param name="cancellation">Ends the writing.</param>
    /// <exception cref="IOException">A file can't be read or written.</exception>
    /// <exception cref="ArrowFormatException">The first is no Arrow file.</exception>
    public static void Write(string arrow, string target, CancellationToken cancellation)
    {
        using var data = ArrowFile.Open(arrow);
        using var stream = new FileStream(target, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 1 << 16);
        RSerialization.Write(RDataFrame.FromTable(data.Table), stream, RFormat.LittleEndian, cancellation);
    }
}
