using Rtemis.Protocol;
using Rtemis.Protocol.Messages;

namespace Rtemis.Client;

/// <summary>
/// A server as a .NET program uses it. It has a connection of its own, each session has another, and all are made again when they are lost
/// (<see cref="ClientOptions.Reconnect"/>). Safe for use by several threads.
/// </summary>
public sealed class RtemisClient : IAsyncDisposable
{
    const string CodeMark = "#code=";

    static readonly ProtocolJson Json = ProtocolJson.Default;

    readonly ServerLine _line;

    RtemisClient(LineDialer dialer, Connection connection)
    {
        _line = new ServerLine(dialer, connection, Ignore, (_, _) => Task.CompletedTask);
        _line.StateChanged += change => StateChanged?.Invoke(this, change);
        Catalog = new RtemisCatalog(_line);
    }

    /// <summary>Raised when the client's own connection came or went, in order. Handlers are quick and don't throw.</summary>
    public event EventHandler<ConnectionStateChangedEventArgs>? StateChanged;

    /// <summary>How it stands with the client's own connection.</summary>
    public ConnectionState State => _line.State;

    /// <summary>What the server says of itself: versions, limits, and the instance, which changes at each of its starts.</summary>
    public ReadyData Server => _line.Server;

    /// <summary>A colour for each kind of step.</summary>
    public IReadOnlyDictionary<string, string> KindColors => Server.KindColors;

    /// <summary>What can be asked for.</summary>
    public RtemisCatalog Catalog { get; }

    /// <summary>The latest connection, for what has no method here.</summary>
    public Connection Connection => _line.Connection;

    /// <summary>Connects and shows the token.</summary>
    /// <param name="server">The server, e.g. <c>http://127.0.0.1:5757/</c>.</param>
    /// <param name="token">The token that it asks for.</param>
    /// <param name="options">How to connect; null for the defaults.</param>
    /// <param name="cancellation">Stops connecting.</param>
    /// <exception cref="ConnectFailedException">The server is not there, or refuses the origin.</exception>
    /// <exception cref="ServerErrorException">The token is wrong.</exception>
    /// <exception cref="TimeoutException">The server takes too long.</exception>
    public static async Task<RtemisClient> ConnectAsync(Uri server, string token, ClientOptions? options = null, CancellationToken cancellation = default)
    {
        var dialer = new LineDialer(SocketAddress(server), options ?? new ClientOptions());
        return new(dialer, await dialer.OpenAsync(token, Ignore, cancellation).ConfigureAwait(false));
    }

    /// <summary>Connects with an address that the server printed, <c>http://127.0.0.1:5757/#code=...</c>, which lets in once.</summary>
    /// <inheritdoc cref="ConnectAsync(Uri, string, ClientOptions?, CancellationToken)"/>
    public static async Task<RtemisClient> ConnectAsync(Uri link, ClientOptions? options = null, CancellationToken cancellation = default)
    {
        if (!link.Fragment.StartsWith(CodeMark, StringComparison.Ordinal))
            throw new ArgumentException($"The address has no code (got {link}): it ends in {CodeMark}CODE, or a token is needed.", nameof(link));
        var dialer = new LineDialer(SocketAddress(link), options ?? new ClientOptions());
        return new(dialer, await dialer.OpenWithCodeAsync(link.Fragment[CodeMark.Length..], Ignore, cancellation).ConfigureAwait(false));
    }

    /// <summary>The server's time; says that it is there.</summary>
    public async Task<string> PingAsync(CancellationToken cancellation = default) =>
        (await _line.CallAsync(Methods.Ping, Json.PingResult, cancellation).ConfigureAwait(false)).Ts;

    /// <summary>Versions, engines, daemons, and what goes on.</summary>
    public Task<InfoResult> InfoAsync(CancellationToken cancellation = default) => _line.CallAsync(Methods.Info, Json.InfoResult, cancellation);

    /// <summary>The sessions, oldest first.</summary>
    public async Task<IReadOnlyList<SessionListEntry>> SessionsAsync(CancellationToken cancellation = default) =>
        (await _line.CallAsync(Methods.SessionList, Json.SessionListResult, cancellation).ConfigureAwait(false)).Sessions;

    /// <summary>Makes a session and attaches to it.</summary>
    /// <param name="name">Its name; null lets the server name it.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <exception cref="ServerErrorException">The name is taken or breaks the rules, or there are too many.</exception>
    public Task<RtemisSession> CreateSessionAsync(string? name = null, CancellationToken cancellation = default) => RtemisSession.OpenAsync(
        _line.Dialer, c => c.CallAsync(Methods.SessionCreate, new NameParams(name), Json.NameParams, Json.SessionSnapshot, null, cancellation), cancellation);

    /// <summary>Attaches to a session by its name.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="since">
    /// The events after that number come again, so that jobs tell what they told: 0 for all that the server has. Null for those that came while nobody was
    /// attached.
    /// </param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <exception cref="ServerErrorException">There is no such session.</exception>
    public Task<RtemisSession> JoinSessionAsync(string name, long? since = null, CancellationToken cancellation = default) =>
        JoinAsync(new SessionJoinParams(null, name, since), cancellation);

    /// <summary>Attaches to a session by its id, whatever its name is now.</summary>
    /// <inheritdoc cref="JoinSessionAsync(string, long?, CancellationToken)"/>
    public Task<RtemisSession> JoinSessionAsync(SessionListEntry session, long? since = null, CancellationToken cancellation = default) =>
        JoinAsync(new SessionJoinParams(session.SessionId, null, since), cancellation);

    /// <summary>Has the person at the server's machine choose a folder, which takes as long as it takes; null when none was chosen.</summary>
    /// <param name="prompt">The dialog's title, or null.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<string?> ChooseFolderAsync(string? prompt = null, CancellationToken cancellation = default) => (await _line.CallAsync(
        Methods.DialogChooseDir, new ChooseDirParams(prompt), Json.ChooseDirParams, Json.ChooseDirResult, cancellation, patience: Timeout.InfiniteTimeSpan)
        .ConfigureAwait(false)).Path;

    /// <summary>Lets go of the client's own connection; sessions keep theirs.</summary>
    public ValueTask DisposeAsync() => _line.DisposeAsync();

    static void Ignore(ServerEvent happened)
    {
        // What is no session's is in Connection.Ready.
    }

    static Uri SocketAddress(Uri server)
    {
        var scheme = server.Scheme is "https" or "wss" ? "wss" : "ws";
        return new UriBuilder(scheme, server.Host, server.Port, server.AbsolutePath).Uri;
    }

    Task<RtemisSession> JoinAsync(SessionJoinParams join, CancellationToken cancellation) => RtemisSession.OpenAsync(
        _line.Dialer, c => c.CallAsync(Methods.SessionJoin, join, Json.SessionJoinParams, Json.SessionSnapshot, null, cancellation), cancellation);
}
