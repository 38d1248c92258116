using System.Text.Json;
using System.Text.Json.Nodes;
using Rtemis.Cli.Display;
using Rtemis.Cli.Tables;
using Rtemis.Data;
using Rtemis.Engines;
using Rtemis.Engines.Native;
using Rtemis.Learning.Running;
using Rtemis.Protocol;
using Rtemis.Protocol.Messages;
using JobRequest = Rtemis.Client.JobRequest;

namespace Rtemis.Cli.Jobs;

/// <summary>This process: the native engine, without a server.</summary>
sealed class LocalWorkplace : IWorkplace
{
    const string JobId = "local";

    readonly NativeEngine _engine = new();
    readonly TimeProvider _clock = TimeProvider.System;

    /// <summary>Refuses an engine that is not in this process; null is none of one's choice.</summary>
    /// <exception cref="UsageException">It is not here.</exception>
    public static void RequireNative(string? engine)
    {
        if (engine is not (null or NativeEngine.EngineName))
            throw new UsageException($"--engine '{engine}': here is only the engine {NativeEngine.EngineName}; a server can have others: name it with --url.");
    }

    public Task<FinishedJob> RunAsync(JobRequest request, NamedTable table, IProgressDisplay display, CancellationToken cancellation)
    {
        RequireNative(request.Engine);
        return RunAsync(TypeOf(request), request.ToJson(table.Name), table, null, display, cancellation);
    }

    public Task<FinishedJob> PredictAsync(string model, NamedTable table, string? question, IProgressDisplay display, CancellationToken cancellation)
    {
        var source = SavedJob.Open(model);
        if (source.Result.ModelPath is null || source.Result.RObjectPath is not null)
            throw new UsageException($"'{model}' has no model to predict with here: only `train` without --resample, run by the engine {NativeEngine.EngineName}, keeps one.");
        var parameters = new JsonObject { ["data_handle"] = table.Name, ["job_id"] = Path.GetFileName(Path.GetFullPath(model).TrimEnd(Path.DirectorySeparatorChar)), ["algorithm"] = source.Job.Algorithm, ["question"] = question };
        return RunAsync(JobType.Predict, parameters, table, source, display, cancellation);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    async Task<FinishedJob> RunAsync(
        JobType type, JsonObject parameters, NamedTable table, SavedJob? source, IProgressDisplay display, CancellationToken cancellation)
    {
        var request = _engine.Parse(type, JsonSerializer.SerializeToElement(parameters));
        var data = AsUploaded(table.Table);
        var started = _clock.GetUtcNow();
        var context = new RunContext(m => display.Show(LocalProgress.Of(m, _clock)), seed: request.Seed, clock: _clock, cancellation: cancellation);
        // The display and Ctrl-C stay awake while it runs.
        var result = await Task.Run(() => _engine.CreateRunner().Run(request, new JobInput(data, source?.Result), context), cancellation).ConfigureAwait(false);
        var (began, ended) = (WireTime.Utc(started), WireTime.Utc(_clock.GetUtcNow()));
        var job = new JobSummary(
            JobId, JobTypes.Name(type), "complete", began, began, ended, null, 1, null, null, null, _engine.Name, request.Algorithm, request.Question, null, table.Name);
        return new FinishedJob(job, result) { Model = source?.Job };
    }

    // A server takes tables as Arrow, where text is a factor with its levels in order: the same here, so that results are the same.
    static Table AsUploaded(Table table)
    {
        if (!table.Columns.Any(c => c is TextColumn)) return table;
        using var stream = new MemoryStream();
        ArrowStreamWriter.Write(table, stream);
        return ArrowStreamReader.Read(stream.GetBuffer().AsMemory(0, (int)stream.Length));
    }

    static JobType TypeOf(JobRequest request) => Enum.GetValues<JobType>().First(t => JobTypes.Name(t) == request.Method);
}
