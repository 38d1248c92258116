using System.Net.WebSockets;

namespace Rtemis.Client;

/// <summary>Makes WebSockets to a server.</summary>
static class SocketDialer
{
    /// <exception cref="ConnectFailedException">The server is not there, or refuses the origin.</exception>
    public static async Task<ClientWebSocket> ConnectAsync(Uri server, ClientOptions options, CancellationToken cancellation)
    {
        var socket = new ClientWebSocket();
        socket.Options.SetRequestHeader("Origin", options.Origin);
        socket.Options.CollectHttpResponseDetails = true;
        socket.Options.KeepAliveInterval = options.SilenceTimeout / 2;
        socket.Options.KeepAliveTimeout = options.SilenceTimeout / 2;
        try
        {
            if (options.Dial is { } dial) await ConnectAsync(socket, server, dial, cancellation).ConfigureAwait(false);
            else await socket.ConnectAsync(server, cancellation).ConfigureAwait(false);
            return socket;
        }
        catch (WebSocketException e)
        {
            var status = socket.HttpStatusCode;
            socket.Dispose();
            throw new ConnectFailedException(server, options.Origin, status, e);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    static async Task ConnectAsync(ClientWebSocket socket, Uri server, Func<CancellationToken, ValueTask<Stream>> dial, CancellationToken cancellation)
    {
        using var handler = new SocketsHttpHandler { ConnectCallback = (_, stop) => dial(stop) };
        using var invoker = new HttpMessageInvoker(handler, disposeHandler: false);
        await socket.ConnectAsync(server, invoker, cancellation).ConfigureAwait(false);
    }
}
