using System.Text.Json;
using Rtemis.Protocol;
using Rtemis.Protocol.Messages;

namespace Rtemis.Client;

/// <summary>Makes connections to one server that have shown the token.</summary>
/// <param name="address">The server.</param>
/// <param name="options">How to connect.</param>
sealed class LineDialer(Uri address, ClientOptions options)
{
    static readonly ProtocolJson Json = ProtocolJson.Default;

    string _token = "";

    public ClientOptions Options => options;

    /// <summary>The first connection, with the token.</summary>
    public Task<Connection> OpenAsync(string token, Action<ServerEvent> sink, CancellationToken cancellation)
    {
        _token = token;
        return OpenAsync(sink, cancellation);
    }

    /// <summary>The first connection, with a one-time code; the token that it is worth is shown from then on.</summary>
    public Task<Connection> OpenWithCodeAsync(string code, Action<ServerEvent> sink, CancellationToken cancellation) =>
        OpenAsync(new AuthParams(null, JsonSerializer.SerializeToElement(code, Json.String)), sink, cancellation);

    /// <summary>A further connection.</summary>
    /// <exception cref="ConnectFailedException">The server is not there, or refuses the origin.</exception>
    /// <exception cref="ConnectionLostException">The connection ended at once.</exception>
    /// <exception cref="ServerErrorException">The token is wrong.</exception>
    /// <exception cref="TimeoutException">The server takes too long.</exception>
    public Task<Connection> OpenAsync(Action<ServerEvent> sink, CancellationToken cancellation) =>
        OpenAsync(new AuthParams(JsonSerializer.SerializeToElement(_token, Json.String)), sink, cancellation);

    async Task<Connection> OpenAsync(AuthParams shown, Action<ServerEvent> sink, CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(options.AnswerTimeout);
        try
        {
            var connection = await Connection.OpenAsync(address, options, sink, patience.Token).ConfigureAwait(false);
            try
            {
                await connection.Ready.WaitAsync(patience.Token).ConfigureAwait(false);
                var admitted = await connection.CallAsync(Methods.Auth, shown, Json.AuthParams, Json.AuthResult, null, patience.Token).ConfigureAwait(false);
                _token = admitted.Token ?? _token;
                return connection;
            }
            catch
            {
                await connection.DisposeAsync().ConfigureAwait(false);
                throw;
            }
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new TimeoutException($"The server at {address} did not take the connection within {options.AnswerTimeout.TotalSeconds:0.#} seconds.");
        }
    }
}
