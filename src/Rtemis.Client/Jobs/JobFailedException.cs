using System.Text.Json;
using Rtemis.Protocol;
using Rtemis.Protocol.Messages;

namespace Rtemis.Client;

/// <summary>A job that was waited for failed.</summary>
public sealed class JobFailedException : Exception
{
    internal JobFailedException(string jobId, ErrorBody error) : base(error.Message)
    {
        JobId = jobId;
        Error = error;
        if (error.Details is { ValueKind: JsonValueKind.Object } details) Details = details.Deserialize(ProtocolJson.Default.JobFailureDetails);
    }

    /// <summary>The job.</summary>
    public string JobId { get; }

    /// <summary>The error as it came, with its code and message.</summary>
    public ErrorBody Error { get; }

    /// <summary>What it failed of (<c>engine_error</c>, <c>out_of_memory</c>, <c>daemon_died</c>, <c>server_restarted</c>), and what is known of its process; or null.</summary>
    public JobFailureDetails? Details { get; }
}
