using System.Net.WebSockets;

namespace Rtemis.Client;

/// <summary>The connection ended before the answer came.</summary>
public sealed class ConnectionLostException : Exception
{
    /// <summary>The server closed it.</summary>
    public ConnectionLostException(WebSocketCloseStatus? status, string? reason) : base($"The connection was closed ({(int?)status} {reason}).") => Status = status;

    /// <summary>It broke.</summary>
    public ConnectionLostException(Exception innerException) : base("The connection was lost.", innerException)
    {
    }

    /// <summary>What the server closed it with, or null.</summary>
    public WebSocketCloseStatus? Status { get; }
}
