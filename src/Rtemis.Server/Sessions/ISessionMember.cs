namespace Rtemis.Server.Sessions;

/// <summary>Someone who is attached to a session: a connection.</summary>
interface ISessionMember
{
    /// <summary>The connection's id.</summary>
    string Id { get; }

    /// <summary>The session that it is attached to, or null.</summary>
    Session? Session { get; set; }

    /// <summary>Takes a finished frame to be sent; never waits.</summary>
    void Send(byte[] frame);
}
