using System.Text.Json;
using Rtemis.Engines;
using Rtemis.Protocol;
using Rtemis.Protocol.Messages;
using Rtemis.Server.DataSets;
using Rtemis.Server.Dispatch;
using Rtemis.Server.Hosting;
using Rtemis.Server.Jobs;

namespace Rtemis.Server.Handlers;

/// <summary>Jobs: submit, look at, cancel, delete.</summary>
sealed class JobHandlers(EngineSet engines, JobQueue queue, ResultFiles results, TimeProvider clock)
{
    public SubmittedResult Train(Call call, JobSubmission submission) => Submit(call, submission, JobType.Train);

    public SubmittedResult Decompose(Call call, JobSubmission submission) => Submit(call, submission, JobType.Decompose);

    public SubmittedResult Cluster(Call call, JobSubmission submission) => Submit(call, submission, JobType.Cluster);

    public JobListResult List(Call call) => new([.. call.Session.Jobs.Select(j => j.Summary())]);

    public JobSummary Status(Call call, JobIdParams parameters) => call.Session.FindJob(parameters.JobId).Summary();

    public JobRequestResult Request(Call call, JobIdParams parameters)
    {
        var job = call.Session.FindJob(parameters.JobId);
        return new(JobTypes.Name(job.Request.Type), job.Submitted);
    }

    public CancelledResult Cancel(Call call, JobIdParams parameters) => new(queue.Cancel(call.Session.FindJob(parameters.JobId)));

    public DeletedResult Delete(Call call, JobIdParams parameters)
    {
        var job = call.Session.FindJob(parameters.JobId);
        if (!job.IsFinal) throw new ProtocolException(ErrorCodes.InvalidParams, $"Cannot delete a {job.Status} job - cancel and wait first.");
        call.Session.Remove(job);
        job.DiscardResult();
        call.Session.Tell(SessionChanges.Jobs);
        return new(true);
    }

    SubmittedResult Submit(Call call, JobSubmission submission, JobType type)
    {
        if (string.IsNullOrEmpty(submission.DataHandle) || string.IsNullOrEmpty(submission.Algorithm))
            throw new ProtocolException(ErrorCodes.InvalidParams, "`data_handle` and `algorithm` are required.");
        var engine = engines.Find(submission.Engine);
        using var parameters = JsonDocument.Parse(call.Request.Params);
        var (data, lease) = call.Session.Data.Borrow(submission.DataHandle);
        Job job;
        try
        {
            var request = engine.Parse(type, parameters.RootElement);
            if (type != JobType.Train) CheckFeatures(parameters.RootElement, data);
            job = new Job(request, parameters.RootElement.Clone(), engine.Name, call.Session, data, lease, results, clock);
        }
        catch
        {
            lease.Dispose();
            throw;
        }
        call.Session.Add(job);
        queue.Submit(job);
        call.Session.Tell(SessionChanges.Jobs);
        var summary = job.Summary();
        return new(job.Id, summary.QueuePosition is null ? JobStatus.Running : JobStatus.Queued, summary.QueuePosition);
    }

    // The engine has checked that it is a list of names; only the server knows the table.
    static void CheckFeatures(JsonElement parameters, DataSet data)
    {
        if (!parameters.TryGetProperty("features", out var features) || features.ValueKind != JsonValueKind.Array) return;
        var unknown = features.EnumerateArray().Select(f => f.GetString()).Except(data.Columns).ToList();
        if (unknown.Count > 0) throw new ProtocolException(ErrorCodes.InvalidParams, $"Features not in dataset: {string.Join(", ", unknown)}.");
    }
}
