using System.Text.Json;
using System.Text.Json.Serialization;
using Rtemis.Protocol;
using Rtemis.Protocol.Messages;

namespace Rtemis.Daemon;

/// <summary>What server and daemon say to each other, in the frames that browsers use: requests down, a response and events up.</summary>
static class DaemonMessages
{
    /// <summary>Request: run this job. Its response is the job's end.</summary>
    public const string Run = "job.run";

    /// <summary>Request without a response: end the running job.</summary>
    public const string Cancel = "job.cancel";

    /// <summary>Event: the daemon is up.</summary>
    public const string Ready = "daemon.ready";

    /// <summary>Event: the job has begun, and can be interrupted. Daemons that are asked to stop by a frame do not tell it.</summary>
    public const string Begun = "job.begun";

    /// <summary>Code of an error: the job needs more memory than the daemon could get.</summary>
    public const string OutOfMemory = "out_of_memory";
}

/// <summary>A job as a daemon is given it.</summary>
/// <param name="JobId">Its id.</param>
/// <param name="Type">Its type on the wire.</param>
/// <param name="Parameters">Its parameters, normalised by the engine.</param>
/// <param name="DataPath">The table's file.</param>
/// <param name="SourceFolder">The result that it builds on, or null.</param>
/// <param name="ResultFolder">Where the result goes.</param>
/// <param name="Threads">The most threads to use.</param>
/// <param name="TickMs">The least milliseconds between two updates of a counter.</param>
sealed record Assignment(
    string JobId, string Type, JsonElement Parameters, string DataPath, string? SourceFolder, string ResultFolder, int Threads, double TickMs);

/// <summary>An empty object.</summary>
sealed record Nothing;

/// <summary>A daemon's header as the server reads it.</summary>
sealed record DaemonHeader(string? Event, JsonElement Data, bool? Ok, JsonElement Result, ErrorBody? Error);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(Assignment))]
[JsonSerializable(typeof(Nothing))]
[JsonSerializable(typeof(JsonElement))]
[JsonSerializable(typeof(DaemonHeader))]
[JsonSerializable(typeof(JobFailureDetails))]
sealed partial class DaemonJson : JsonSerializerContext;
