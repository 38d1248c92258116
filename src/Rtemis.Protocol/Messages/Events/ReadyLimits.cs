namespace Rtemis.Protocol.Messages;

/// <summary>Limits as the <c>ready</c> event tells them.</summary>
/// <param name="Header">Bytes of a header.</param>
/// <param name="Frame">Bytes of a frame.</param>
/// <param name="DataHandles">Tables of a session.</param>
/// <param name="UnauthenticatedSeconds">Seconds within which a connection must authenticate.</param>
public sealed record ReadyLimits(int Header, int Frame, int DataHandles, int UnauthenticatedSeconds);
