using System.Text.Json;
using Rtemis.Data;
using Rtemis.Engines;
using Rtemis.Protocol;
using Rtemis.Protocol.Messages;

namespace Rtemis.Cli.Jobs;

/// <summary>A result folder of this program: the slices, as a server keeps them, and <c>job.json</c>, the job as a server lists it.</summary>
/// <param name="Job">The job.</param>
/// <param name="Result">Its result.</param>
sealed record SavedJob(JobSummary Job, ResultFolder Result)
{
    const string JobFile = "job.json";

    /// <summary>Whether there is one.</summary>
    public static bool IsAt(string folder) => File.Exists(ResultFolder.IndexPath(folder));

    /// <summary>Opens one.</summary>
    /// <exception cref="UsageException">There is none.</exception>
    /// <exception cref="JsonException">It is damaged.</exception>
    public static SavedJob Open(string folder)
    {
        if (!IsAt(folder)) throw new UsageException($"'{folder}' is no folder with a result.");
        var job = JsonSerializer.Deserialize(File.ReadAllBytes(Path.Combine(folder, JobFile)), ProtocolJson.Default.JobSummary);
        return new(job ?? throw new JsonException($"{JobFile} in '{folder}' is empty."), ResultFolder.Open(folder));
    }

    /// <summary>A slice of the result.</summary>
    /// <exception cref="UsageException">It has none of that name.</exception>
    public SliceContent Slice(string name)
    {
        if (Result.Table(name) is { } table) return new(table.Path is { } file ? ArrowStreamReader.Read(File.ReadAllBytes(file)) : new Table([], 0), default);
        if (Result.DocumentPath(name) is not { } path) throw new UsageException($"--slice '{name}': a result of `{Job.Type}` has no such slice.");
        using var document = JsonDocument.Parse(File.ReadAllBytes(path));
        return new(null, document.RootElement.Clone());
    }

    /// <summary>Makes one.</summary>
    /// <exception cref="IOException">It can't be written.</exception>
    public static void Write(string folder, FinishedJob finished)
    {
        ResultFolder.Write(folder, finished.Result);
        File.WriteAllBytes(Path.Combine(folder, JobFile), JsonSerializer.SerializeToUtf8Bytes(finished.Job, ProtocolJson.Default.JobSummary));
    }
}
