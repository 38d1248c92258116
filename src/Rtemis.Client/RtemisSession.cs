using System.Text.Json;
using System.Text.Json.Nodes;
using Rtemis.Protocol;
using Rtemis.Protocol.Messages;

namespace Rtemis.Client;

/// <summary>
/// A session that this program is attached to, over a connection of its own: tables and jobs. When the connection is lost it is made again, the session is
/// joined again from the last event on, and whatever only asks is asked again. What must not be done twice and was under way fails with a
/// <see cref="ConnectionLostException"/>: submitting a job, <see cref="RtemisTable.ArrangeAsync"/>, <see cref="UploadFrameAsync"/>, deleting a job or the session.
/// </summary>
public sealed partial class RtemisSession : IAsyncDisposable
{
    static readonly ProtocolJson Json = ProtocolJson.Default;

    readonly ServerLine _line;

    RtemisSession(LineDialer dialer, Connection connection, SessionFeed feed, SessionSnapshot snapshot)
    {
        (Id, Name, Feed) = (snapshot.SessionId, snapshot.Name, feed);
        _line = new ServerLine(dialer, connection, feed.Take, RejoinAsync);
        _line.StateChanged += change =>
        {
            if (change.State is ConnectionState.Lost or ConnectionState.Closed) Feed.End(change.Reason ?? ServerLine.LetGo());
            StateChanged?.Invoke(this, change);
        };
    }

    /// <summary>Raised when the connection came or went, in order. Handlers are quick and don't throw.</summary>
    public event EventHandler<ConnectionStateChangedEventArgs>? StateChanged;

    /// <summary>Its id.</summary>
    public string Id { get; }

    /// <summary>Its name when this client last asked.</summary>
    public string Name { get; private set; }

    /// <summary>How it stands with the connection.</summary>
    public ConnectionState State => _line.State;

    /// <summary>The latest connection, for what has no method here.</summary>
    public Connection Connection => _line.Connection;

    /// <summary>The number of the latest event: joining with it as <c>since</c> misses and doubles none.</summary>
    public long LastEvent => Feed.Last;

    internal SessionFeed Feed { get; }

    /// <summary>Attaches to a session over a connection of its own.</summary>
    /// <param name="dialer">Makes connections.</param>
    /// <param name="attach">Creates or joins the session over the first one.</param>
    /// <param name="cancellation">Stops waiting.</param>
    internal static async Task<RtemisSession> OpenAsync(LineDialer dialer, Func<Connection, Task<SessionSnapshot>> attach, CancellationToken cancellation)
    {
        var feed = new SessionFeed(dialer.Options);
        var connection = await dialer.OpenAsync(feed.Take, cancellation).ConfigureAwait(false);
        try
        {
            return new RtemisSession(dialer, connection, feed, await attach(connection).ConfigureAwait(false));
        }
        catch
        {
            await connection.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>The session with its jobs and tables.</summary>
    public Task<SessionSnapshot> InfoAsync(CancellationToken cancellation = default) => _line.CallAsync(Methods.SessionInfo, Json.SessionSnapshot, cancellation);

    /// <summary>
    /// All events of the session from now on, for one reader: of jobs, tables, names, other connections. Whoever leaves 4,096 unread gets an
    /// <see cref="InvalidOperationException"/>. For one job <see cref="RtemisJob.ProgressAsync"/> is better.
    /// </summary>
    public IAsyncEnumerable<ServerEvent> Events() => Feed.Subscribe();

    /// <summary>Gives it another name.</summary>
    public async Task RenameAsync(string name, CancellationToken cancellation = default) => Name =
        (await _line.CallAsync(Methods.SessionRename, new NameParams(name), Json.NameParams, Json.RenamedResult, cancellation).ConfigureAwait(false)).Name;

    /// <summary>
    /// Lets the server forget its events up to <see cref="LastEvent"/>. Nobody can have them told again then: not for a session that others follow too. The
    /// server forgets the oldest by itself, so that this is never needed.
    /// </summary>
    public Task AcknowledgeAsync(CancellationToken cancellation = default) =>
        _line.CallAsync(Methods.SessionAck, new SessionAckParams(LastEvent), Json.SessionAckParams, Json.AckResult, cancellation);

    /// <summary>Its tables, oldest first.</summary>
    public async Task<IReadOnlyList<RtemisTable>> TablesAsync(CancellationToken cancellation = default) =>
        [.. (await _line.CallAsync(Methods.DataList, Json.DataListResult, cancellation).ConfigureAwait(false)).Handles.Select(entry => new RtemisTable(_line, entry))];

    /// <summary>Its jobs as they are now, oldest first.</summary>
    public async Task<IReadOnlyList<JobSummary>> JobsAsync(CancellationToken cancellation = default) =>
        (await _line.CallAsync(Methods.JobList, Json.JobListResult, cancellation).ConfigureAwait(false)).Jobs;

    /// <summary>The job of that id, which <see cref="JobsAsync"/> tells; nothing is asked for yet.</summary>
    public RtemisJob Job(string id) => new(this, _line, Feed.Jobs.Find(id));

    /// <summary>Submits a job.</summary>
    /// <param name="table">What it works on.</param>
    /// <param name="request">A <see cref="TrainRequest"/>, <see cref="DecomposeRequest"/> or <see cref="ClusterRequest"/>.</param>
    /// <param name="cancellation">Stops waiting for the answer; the job may run all the same.</param>
    /// <exception cref="ServerErrorException">The server refuses it, and says which field.</exception>
    /// <exception cref="ConnectionLostException">The connection was lost before the answer: <see cref="JobsAsync"/> tells whether it was submitted.</exception>
    public Task<RtemisJob> SubmitAsync(RtemisTable table, JobRequest request, CancellationToken cancellation = default) =>
        SubmitAsync(request.Method, request.ToJson(table.Id), cancellation);

    /// <summary>Submits the application of a complete job's model to a table, as a job of its own.</summary>
    /// <param name="jobId">A <c>train</c> job without outer resampling.</param>
    /// <param name="table">The table; its columns are found by their names.</param>
    /// <param name="question">The question that the person wants answered, or null.</param>
    /// <param name="cancellation">Stops waiting for the answer; the job may run all the same.</param>
    /// <exception cref="ServerErrorException">The server refuses it.</exception>
    /// <exception cref="ConnectionLostException">The connection was lost before the answer: <see cref="JobsAsync"/> tells whether it was submitted.</exception>
    public Task<RtemisJob> PredictAsync(string jobId, RtemisTable table, string? question = null, CancellationToken cancellation = default) => SubmitAsync(
        Methods.Predict, new WireFields { { "job_id", jobId }, { "data_handle", table.Id }, { "question", question } }.ToJson([]), cancellation);

    /// <summary>Deletes the session with all that it holds, and lets go of it.</summary>
    public async Task DeleteAsync(CancellationToken cancellation = default)
    {
        await _line.CallAsync(Methods.SessionDelete, Json.SessionDeletedResult, cancellation).ConfigureAwait(false);
        await DisposeAsync().ConfigureAwait(false);
    }

    /// <summary>Leaves the session; it goes on without this client. Disposing does the same without waiting for the server's answer.</summary>
    public async Task LeaveAsync(CancellationToken cancellation = default)
    {
        await _line.CallAsync(Methods.SessionDetach, Json.DetachedResult, cancellation).ConfigureAwait(false);
        await DisposeAsync().ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _line.DisposeAsync();

    async Task<RtemisJob> SubmitAsync(string method, JsonObject fields, CancellationToken cancellation)
    {
        var submitted = await _line.CallAsync(method, fields, Json.JsonObject, Json.SubmittedResult, cancellation).ConfigureAwait(false);
        return new(this, _line, Feed.Jobs.Follow(submitted.JobId));
    }

    // The events that were missed come before the answer; what was too much for the server to keep, the list of jobs tells.
    async Task RejoinAsync(Connection connection, CancellationToken cancellation)
    {
        var join = new SessionJoinParams(Id, null, Feed.Last);
        Name = (await connection.CallAsync(Methods.SessionJoin, join, Json.SessionJoinParams, Json.SessionSnapshot, null, cancellation).ConfigureAwait(false)).Name;
        var jobs = await connection.CallAsync(Methods.JobList, cancellation: cancellation).ConfigureAwait(false);
        Feed.Jobs.Settle(jobs.Result.Deserialize(Json.JobListResult)!.Jobs, new ServerErrorException(new ErrorBody(ErrorCodes.NotFound, "The job was deleted.")));
    }
}
