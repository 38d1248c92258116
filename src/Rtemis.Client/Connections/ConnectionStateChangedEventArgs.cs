namespace Rtemis.Client;

/// <summary>The connection of a client or a session came or went.</summary>
/// <param name="state">How it stands now.</param>
/// <param name="reason">Why it was lost, or null.</param>
/// <param name="serverRestarted">Whether the server that is connected to now was started since.</param>
public sealed class ConnectionStateChangedEventArgs(ConnectionState state, Exception? reason, bool serverRestarted) : EventArgs
{
    /// <summary>How it stands now.</summary>
    public ConnectionState State { get; } = state;

    /// <summary>Why it was lost, or null.</summary>
    public Exception? Reason { get; } = reason;

    /// <summary>Whether the server that is connected to now was started since: its <c>instance</c> is another.</summary>
    public bool ServerRestarted { get; } = serverRestarted;
}
