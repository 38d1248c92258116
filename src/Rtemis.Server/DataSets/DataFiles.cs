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

    /// <summary>Tables that are kept open.</summary>
    public OpenTables Open => tables;

    /// <summary>The file of a table.</summary>
    public string PathOf(string handle) => Path.Combine(folder.Data, handle + ".arrow");

    /// <summary>The file of an upload.</summary>
    public string UploadPathOf(string upload) => Path.Combine(folder.Uploads, upload);

    /// <summary>Waits until what was written to a file is on the disk, where that is asked of this server.</summary>
    public void Flush(string path)
    {
        if (folder.IsEphemeral) return;
        using var file = File.OpenHandle(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete);
        RandomAccess.FlushToDisk(file);
    }

    /// <summary>Deletes a table's file, if there is one.</summary>
    public void Delete(string path)
    {
        tables.Forget(path);
        checks.Forget(path);
        File.Delete(path);
    }
}
