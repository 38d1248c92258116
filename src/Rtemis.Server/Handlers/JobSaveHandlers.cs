using System.IO.Compression;
using Rtemis.Data;
using Rtemis.Engines;
using Rtemis.Protocol;
using Rtemis.Protocol.Messages;
using Rtemis.Server.Dispatch;
using Rtemis.Server.Jobs;
using Rtemis.Server.Security;

namespace Rtemis.Server.Handlers;

/// <summary>Writes a finished job's result as a file that R reads.</summary>
sealed class JobSaveHandlers(SaveRoots roots)
{
    public ValueTask<JobSaveResult> SaveAsync(Call call, JobSaveParams parameters)
    {
        var job = call.Session.Jobs.Find(parameters.JobId);
        var dir = Params.Required(parameters.Dir, "dir");
        if (job.Status != JobStatus.Complete) throw new ProtocolException(ErrorCodes.InvalidParams, $"Job status is `{job.Status}`; no result available.");
        var name = SaveName.Of(string.IsNullOrEmpty(parameters.Filename) ? $"{JobTypes.Name(job.Spec.Type)}_{job.Id}" : parameters.Filename);
        try
        {
            var path = SaveRoots.File(roots.Open(dir), name);
            using var lease = job.Result.Lease();
            var result = job.Result.Open();
            if (result.RObjectPath is { } made)
            {
                job.Result.RequireIntact(result, made);
                return new(new JobSaveResult(path, AsideFile.Write(path, stream => Compress(made, stream))));
            }
            using var saved = SavedResult.Open(About(job), result, file => job.Result.RequireIntact(result, file));
            return new(new JobSaveResult(path, AsideFile.Write(path, stream => RdsFile.Write(saved.Value, stream, call.Cancellation))));
        }
        catch (UnauthorizedAccessException e)
        {
            throw new ProtocolException(ErrorCodes.IoError, $"The server has no permission to write to `dir` (got \"{Shown.Json(dir)}\").", e);
        }
    }

    // What R made stays what it is: an object of rtemis, with all its methods.
    static void Compress(string made, Stream target)
    {
        using var source = File.OpenRead(made);
        using var compressed = new GZipStream(target, CompressionLevel.Fastest, leaveOpen: true);
        source.CopyTo(compressed);
    }

    static KeyValuePair<string, string?>[] About(Job job) =>
    [
        new("type", JobTypes.Name(job.Spec.Type)),
        new("algorithm", job.Spec.Algorithm),
        new("job_id", job.Id),
        new("engine", job.Spec.Engine),
    ];
}
