using System.Net.WebSockets;

namespace Rtemis.Client;

/// <summary>The connection ended before the answer came, or there is none any more.</summary>
public sealed class ConnectionLostException : Exception
{
    /// <summary>The server closed it.</summary>
    public ConnectionLostException(WebSocketCloseStatus? status, string? reason) : base($"The connection was closed ({(int?)status} {reason}).") => Status = status;

    /// <summary>It broke.</summary>
    public ConnectionLostException(Exception innerException) : this("The connection was lost.", innerException)
    {
    }

    /// <summary>It is gone for a reason of its own.</summary>
    public ConnectionLostException(string message, Exception? innerException) : base(message, innerException)
    {
    }

    ConnectionLostException(ConnectionLostException lost) : base(lost.Message, lost.InnerException) => Status = lost.Status;

    /// <summary>What the server closed it with, or null.</summary>
    public WebSocketCloseStatus? Status { get; }

    /// <summary>Whether the request had been sent: the server may have carried it out.</summary>
    public bool WasSent { get; init; }

    // Each waiter throws one of its own: a stack trace belongs to one.
    internal ConnectionLostException ForRequest(bool wasSent) => new(this) { WasSent = wasSent };
}
