using System.Buffers;
using Rtemis.Data;
using Rtemis.Engines;
using Rtemis.Server.State;
using Rtemis.Server.Tables;

namespace Rtemis.Server.DataSets;

/// <summary>The files of tables and uploads. A file counts only once the database names it: until then it is a leftover.</summary>
sealed class DataFiles(StateFolder folder, OpenTables tables, FileChecks checks, StorageLimit limit)
{
    /// <summary>What was read in full, or written, and is good.</summary>
    public FileChecks Checks => checks;

    /// <summary>How much may be kept.</summary>
    public StorageLimit Limit => limit;

    /// <summary>The file of a table.</summary>
    public string PathOf(string handle) => Path.Combine(folder.Data, handle + ".arrow");

    /// <summary>The file of an upload.</summary>
    public string UploadPathOf(string upload) => Path.Combine(folder.Uploads, upload);

    /// <summary>Writes a table's file as it came.</summary>
    public static async Task WriteAsync(string path, ReadOnlySequence<byte> bytes, CancellationToken cancellation)
    {
        using var file = File.OpenHandle(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, FileOptions.Asynchronous);
        await RandomAccess.WriteAsync(file, Segments(bytes), 0, cancellation).ConfigureAwait(false);
    }

    /// <summary>Writes a table's file; says how many bytes it has.</summary>
    public static long Write(string path, Table table)
    {
        using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 1 << 16);
        ArrowStreamWriter.Write(table, file);
        return file.Length;
    }

    /// <summary>
    /// Reads a table once in full: whoever opens it later can trust its every length and index. It stays open, since it will be looked into next. Meanwhile it
    /// goes to the disk.
    /// </summary>
    /// <exception cref="ArrowFormatException">It is no table.</exception>
    /// <param name="path">The file.</param>
    /// <param name="digest">The digest of what was written to it, or null where only the file itself can tell.</param>
    public async Task<(int Rows, string[] Columns, FileDigest Digest)> TakeInAsync(string path, FileDigest? digest)
    {
        var flushed = Task.Run(() => Flush(path));
        try
        {
            using var open = tables.Use(path);
            var written = digest ?? FileDigest.OfFile(path);
            checks.Trust(path);
            return (open.Table.Rows, [.. open.Table.Columns.Select(c => c.Name)], written);
        }
        finally
        {
            await flushed.ConfigureAwait(false);
        }
    }

    /// <summary>The blocks of a payload, to be written in one call.</summary>
    public static IReadOnlyList<ReadOnlyMemory<byte>> Segments(ReadOnlySequence<byte> payload)
    {
        var segments = new List<ReadOnlyMemory<byte>>();
        foreach (var segment in payload) segments.Add(segment);
        return segments;
    }

    /// <summary>Deletes a table's file, if there is one.</summary>
    public void Delete(string path)
    {
        tables.Forget(path);
        checks.Forget(path);
        File.Delete(path);
    }

    void Flush(string path)
    {
        if (folder.IsEphemeral) return;
        using var file = File.OpenHandle(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete);
        RandomAccess.FlushToDisk(file);
    }
}
