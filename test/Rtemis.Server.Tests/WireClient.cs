using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using Rtemis.Client;
using Rtemis.Data;
using Rtemis.Protocol;
using Rtemis.Protocol.Messages;

namespace Rtemis.Server.Tests;

/// <summary>A client that says what the wire has and hides nothing of it, for tests of the protocol: no reconnecting, events as they come.</summary>
sealed class WireClient : IAsyncDisposable
{
    static readonly ProtocolJson Json = ProtocolJson.Default;

    WireClient(Connection connection) => Connection = connection;

    /// <summary>The connection underneath, for what has no method here.</summary>
    public Connection Connection { get; }

    /// <summary>Connects and shows the token.</summary>
    public static async Task<WireClient> ConnectAsync(Uri server, string token, ClientOptions? options = null, CancellationToken cancellation = default)
    {
        var connection = await Connection.OpenAsync(server, options, cancellation).ConfigureAwait(false);
        try
        {
            await connection.CallAsync(Methods.Auth, new AuthParams(JsonSerializer.SerializeToElement(token, Json.String)), Json.AuthParams, null, cancellation)
                .ConfigureAwait(false);
        }
        catch
        {
            await connection.DisposeAsync().ConfigureAwait(false);
            throw;
        }
        return new WireClient(connection);
    }

    /// <summary>Makes a session and attaches to it; null lets the server name it.</summary>
    public Task<SessionSnapshot> CreateSessionAsync(string? name = null, CancellationToken cancellation = default) =>
        Connection.CallAsync(Methods.SessionCreate, new NameParams(name), Json.NameParams, Json.SessionSnapshot, null, cancellation);

    /// <summary>Attaches to a session by its name; with <paramref name="since"/> the events after that number come again.</summary>
    public Task<SessionSnapshot> JoinSessionAsync(string name, long? since = null, CancellationToken cancellation = default) =>
        Connection.CallAsync(Methods.SessionJoin, new SessionJoinParams(null, name, since), Json.SessionJoinParams, Json.SessionSnapshot, null, cancellation);

    /// <summary>Uploads a table as an Arrow IPC stream in one frame.</summary>
    public Task<DataEntry> UploadAsync(string name, ReadOnlyMemory<byte> arrowStream, CancellationToken cancellation = default) =>
        Connection.CallAsync(Methods.DataUpload, new NameParams(name), Json.NameParams, Json.DataEntry, arrowStream, cancellation);

    /// <summary>Uploads a table.</summary>
    public Task<DataEntry> UploadAsync(string name, Table table, CancellationToken cancellation = default)
    {
        using var stream = new MemoryStream();
        ArrowStreamWriter.Write(table, stream);
        return UploadAsync(name, stream.GetBuffer().AsMemory(0, (int)stream.Length), cancellation);
    }

    /// <summary>Describes a table that was uploaded.</summary>
    public Task<DataDescription> DescribeAsync(string dataHandle, CancellationToken cancellation = default) =>
        Connection.CallAsync(Methods.DataDescribe, new DataDescribeParams(dataHandle), Json.DataDescribeParams, Json.DataDescription, null, cancellation);

    /// <summary>Submits a job.</summary>
    /// <param name="method"><c>train</c>, <c>decomp</c> or <c>cluster</c>.</param>
    /// <param name="dataHandle">The table.</param>
    /// <param name="algorithm">The algorithm.</param>
    /// <param name="parameters">Further parameters by name; null for none.</param>
    /// <param name="cancellation">Stops waiting for the answer; the job may run all the same.</param>
    public async Task<SubmittedResult> SubmitAsync(
        string method, string dataHandle, string algorithm, JsonObject? parameters = null, CancellationToken cancellation = default)
    {
        var all = parameters?.DeepClone().AsObject() ?? [];
        all["data_handle"] = dataHandle;
        all["algorithm"] = algorithm;
        using var document = JsonDocument.Parse(all.ToJsonString());
        var response = await Connection.CallAsync(method, document.RootElement, null, cancellation).ConfigureAwait(false);
        return response.Result.Deserialize(Json.SubmittedResult)!;
    }

    /// <summary>Submits the application of a finished model to a table.</summary>
    /// <param name="jobId">The <c>train</c> job that made the model.</param>
    /// <param name="dataHandle">The table.</param>
    /// <param name="cancellation">Stops waiting for the answer; the job may run all the same.</param>
    public Task<SubmittedResult> PredictAsync(string jobId, string dataHandle, CancellationToken cancellation = default) => Connection.CallAsync(
        Methods.Predict, new PredictSubmission(jobId, dataHandle), Json.PredictSubmission, Json.SubmittedResult, null, cancellation);

    /// <summary>The events of a job, the final one included, after which the sequence ends. Events of others in between are passed over.</summary>
    public async IAsyncEnumerable<ServerEvent> FollowAsync(string jobId, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        await foreach (var happened in Connection.Events.WithCancellation(cancellation).ConfigureAwait(false))
        {
            if (!happened.Data.TryGetProperty("job_id", out var id) || id.GetString() != jobId) continue;
            yield return happened;
            if (happened.Name is EventNames.JobComplete or EventNames.JobFailed or EventNames.JobCancelled) yield break;
        }
    }

    /// <summary>A document of a complete job: <c>summary</c>, <c>metrics</c>, <c>record</c>.</summary>
    public async Task<JsonElement> ResultAsync(string jobId, string slice = "summary", CancellationToken cancellation = default) =>
        (await ReadSliceAsync(jobId, slice, cancellation).ConfigureAwait(false)).Result;

    /// <summary>A table of a complete job, e.g. <c>predictions</c>; null where there is nothing to show.</summary>
    public async Task<Table?> ResultTableAsync(string jobId, string slice, CancellationToken cancellation = default) =>
        (await ReadSliceAsync(jobId, slice, cancellation).ConfigureAwait(false)).Payload is { } payload ? ArrowStreamReader.Read(payload) : null;

    /// <summary>Has a complete job's result written as an <c>.rds</c> file on the server's machine, for R.</summary>
    /// <param name="jobId">The job.</param>
    /// <param name="dir">The folder, one that the server may save to; made if it is missing.</param>
    /// <param name="fileName">The file's name; null for one made of type and job.</param>
    /// <param name="cancellation">Stops waiting for the answer.</param>
    public Task<JobSaveResult> SaveAsync(string jobId, string dir, string? fileName = null, CancellationToken cancellation = default) =>
        Connection.CallAsync(Methods.JobSave, new JobSaveParams(jobId, dir, fileName), Json.JobSaveParams, Json.JobSaveResult, null, cancellation);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => Connection.DisposeAsync();

    Task<Response> ReadSliceAsync(string jobId, string slice, CancellationToken cancellation) =>
        Connection.CallAsync(Methods.JobResult, new JobResultParams(jobId, slice), Json.JobResultParams, null, cancellation);
}
