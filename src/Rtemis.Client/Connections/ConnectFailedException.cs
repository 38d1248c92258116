using System.Net;

namespace Rtemis.Client;

/// <summary>There is no connection: nobody listens, or the server refuses this client.</summary>
public sealed class ConnectFailedException : Exception
{
    internal ConnectFailedException(Uri server, string origin, HttpStatusCode status, Exception innerException)
        : base(Words(server, origin, status, innerException), innerException) => Status = (int)status == 0 ? null : status;

    /// <summary>What the server answered: 403 for an origin that it does not allow, 503 when too many knock at a time; null where nothing answered.</summary>
    public HttpStatusCode? Status { get; }

    static string Words(Uri server, string origin, HttpStatusCode status, Exception cause) => status switch
    {
        0 => $"No server answers at {server}: {cause.InnerException?.Message ?? cause.Message}",
        HttpStatusCode.Forbidden => $"The server at {server} does not let the origin {origin} connect (403).",
        _ => $"The server at {server} does not open a WebSocket ({(int)status}).",
    };
}
