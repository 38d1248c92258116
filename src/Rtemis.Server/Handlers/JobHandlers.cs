using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Rtemis.Engines;
using Rtemis.Protocol;
using Rtemis.Protocol.Messages;
using Rtemis.Server.DataSets;
using Rtemis.Server.Dispatch;
using Rtemis.Server.Hosting;
using Rtemis.Server.Jobs;
using Rtemis.Server.State;

namespace Rtemis.Server.Handlers;

/// <summary>Jobs: submit, look at, cancel, delete.</summary>
sealed class JobHandlers(EngineSet engines, JobQueue queue, ResultFiles results, StateStore store, StorageLimit limit, TimeProvider clock)
{
    // They go to a daemon inside of a header that has some more.
    const int MostParameterBytes = ProtocolLimits.Header - (64 << 10);

    public ValueTask<SubmittedResult> TrainAsync(Call call, JobSubmission submission) => SubmitAsync(call, submission, JobType.Train);

    public ValueTask<SubmittedResult> DecomposeAsync(Call call, JobSubmission submission) => SubmitAsync(call, submission, JobType.Decompose);

    public ValueTask<SubmittedResult> ClusterAsync(Call call, JobSubmission submission) => SubmitAsync(call, submission, JobType.Cluster);

    public async ValueTask<SubmittedResult> PredictAsync(Call call, PredictSubmission submission)
    {
        if (string.IsNullOrEmpty(submission.DataHandle) || string.IsNullOrEmpty(submission.JobId))
            throw new ProtocolException(ErrorCodes.InvalidParams, "`job_id` and `data_handle` are required.");
        var source = call.Session.Jobs.Find(submission.JobId);
        if (source.Status != JobStatus.Complete)
            throw new ProtocolException(ErrorCodes.InvalidParams, $"Job status is `{source.Status}`; there is no model to predict with.");
        if (source.Result.Open().ModelPath is null)
        {
            throw new ProtocolException(
                ErrorCodes.InvalidParams,
                $"`{source.Id}` has no model to predict with: only a `train` job without outer resampling keeps one.");
        }
        return await SubmitAsync(call, submission.DataHandle, source.Spec.Engine, JobType.Predict, source).ConfigureAwait(false);
    }

    public JobListResult List(Call call) => new([.. call.Session.Jobs.Select(j => j.Summary())]);

    public JobSummary Status(Call call, JobIdParams parameters) => call.Session.Jobs.Find(parameters.JobId).Summary();

    public JobRequestResult Request(Call call, JobIdParams parameters)
    {
        var job = call.Session.Jobs.Find(parameters.JobId);
        return new(JobTypes.Name(job.Spec.Type), job.Spec.Submitted);
    }

    public CancelledResult Cancel(Call call, JobIdParams parameters) => new(queue.Cancel(call.Session.Jobs.Find(parameters.JobId)));

    public DeletedResult Delete(Call call, JobIdParams parameters)
    {
        var job = call.Session.Jobs.Find(parameters.JobId);
        if (!job.IsFinal) throw new ProtocolException(ErrorCodes.InvalidParams, $"Cannot delete a {job.Status} job - cancel and wait first.");
        store.Write(tx => tx.Put(job.Going()));
        call.Session.Jobs.Remove(job);
        job.Result.Discard();
        call.Session.Tell(SessionChanges.Jobs);
        return new(true);
    }

    ValueTask<SubmittedResult> SubmitAsync(Call call, JobSubmission submission, JobType type)
    {
        if (string.IsNullOrEmpty(submission.DataHandle) || string.IsNullOrEmpty(submission.Algorithm))
            throw new ProtocolException(ErrorCodes.InvalidParams, "`data_handle` and `algorithm` are required.");
        return SubmitAsync(call, submission.DataHandle, submission.Engine, type, null);
    }

    async ValueTask<SubmittedResult> SubmitAsync(Call call, string handle, string? engineName, JobType type, Job? source)
    {
        limit.RequireRoom();
        var engine = await engines.FindAsync(engineName, call.Cancellation).ConfigureAwait(false);
        using var parameters = JsonDocument.Parse(call.Request.Params);
        var (data, lease) = call.Session.Data.Borrow(handle);
        var material = new JobMaterial(data, lease, source?.Result, null);
        Job job;
        try
        {
            material = material with { SourceLease = source?.Result.Lease() };
            var asked = source is null ? parameters.RootElement : WithAlgorithm(parameters.RootElement, source.Spec.Algorithm);
            var request = await engine.ParseAsync(type, asked, call.Cancellation).ConfigureAwait(false);
            if (Encoding.UTF8.GetByteCount(request.Parameters.ToJsonString()) > MostParameterBytes)
                throw new ProtocolException(ErrorCodes.InvalidParams, $"`params` has more than the {MostParameterBytes} bytes that a job may have.");
            if (type is JobType.Decompose or JobType.Cluster) CheckFeatures(parameters.RootElement, data);
            var spec = new JobSpec(
                type, engine.Name, request.Algorithm, request.Question, parameters.RootElement.Clone(), JsonSerializer.SerializeToElement(request.Parameters),
                data.Id, data.Name, source?.Id);
            var row = new JobRow(Ids.Job(), call.Session.Id, store.NextNumber(), spec, clock.GetUtcNow(), JobStatus.Queued);
            store.Write(tx => tx.Put(row));
            job = new Job(row, call.Session, material, results, clock);
        }
        catch
        {
            material.Dispose();
            throw;
        }
        call.Session.Jobs.Add(job);
        queue.Submit(job);
        call.Session.Tell(SessionChanges.Jobs);
        var summary = job.Summary();
        return new(job.Id, summary.QueuePosition is null ? JobStatus.Running : JobStatus.Queued, summary.QueuePosition);
    }

    // Whose model is applied is the job's to say, not the client's.
    static JsonElement WithAlgorithm(JsonElement parameters, string algorithm)
    {
        var json = new JsonObject();
        foreach (var member in parameters.EnumerateObject()) json[member.Name] = JsonNode.Parse(member.Value.GetRawText());
        json["algorithm"] = algorithm;
        using var document = JsonDocument.Parse(json.ToJsonString());
        return document.RootElement.Clone();
    }

    // The engine has checked that it is a list of names; only the server knows the table.
    static void CheckFeatures(JsonElement parameters, DataSet data)
    {
        if (!parameters.TryGetProperty("features", out var features) || features.ValueKind != JsonValueKind.Array) return;
        var unknown = features.EnumerateArray().Select(f => f.GetString()).Except(data.Columns).ToList();
        if (unknown.Count > 0) throw new ProtocolException(ErrorCodes.InvalidParams, $"Features not in dataset: {string.Join(", ", unknown)}.");
    }
}
