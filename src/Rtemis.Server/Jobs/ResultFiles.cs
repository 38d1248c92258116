using Rtemis.Server.Hosting;
using Rtemis.Server.Tables;

namespace Rtemis.Server.Jobs;

/// <summary>Where results are, and how they go.</summary>
sealed class ResultFiles(StateFolder folder, OpenTables tables)
{
    /// <summary>The folder of a job's result.</summary>
    public string FolderOf(string job) => Path.Combine(folder.Jobs, job);

    /// <summary>Deletes a result's folder, if there is one.</summary>
    public void Delete(string path)
    {
        if (!Directory.Exists(path)) return;
        tables.Forget(path);
        Directory.Delete(path, recursive: true);
    }
}
