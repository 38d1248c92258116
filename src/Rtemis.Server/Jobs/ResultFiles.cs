using Rtemis.Server.State;
using Rtemis.Server.Tables;

namespace Rtemis.Server.Jobs;

/// <summary>Where results are, and how they go.</summary>
sealed class ResultFiles(StateFolder folder, OpenTables tables, FileChecks checks, StorageLimit limit)
{
    /// <summary>What was read in full and is good.</summary>
    public FileChecks Checks => checks;

    /// <summary>The folder of a job's result.</summary>
    public string FolderOf(string job) => Path.Combine(folder.Jobs, job);

    /// <summary>Counts a result in what is kept; says how many bytes it has.</summary>
    public long Count(string path)
    {
        if (!Directory.Exists(path)) return 0;
        var bytes = new DirectoryInfo(path).EnumerateFiles().Sum(f => f.Length);
        limit.Add(bytes);
        return bytes;
    }

    /// <summary>Deletes a result's folder, if there is one.</summary>
    /// <param name="path">The folder.</param>
    /// <param name="bytes">The bytes that it counted for.</param>
    public void Delete(string path, long bytes)
    {
        limit.Remove(bytes);
        tables.Forget(path);
        checks.Forget(path);
        if (Directory.Exists(path)) Directory.Delete(path, recursive: true);
    }
}
