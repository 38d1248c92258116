using Rtemis.Protocol;

namespace Rtemis.Server.Security;

/// <summary>Counts the connections that have not shown a token yet and lets no more than a fixed number in.</summary>
sealed class UnauthenticatedGate
{
    int _count;

    /// <summary>Takes a place, or says that there is none.</summary>
    public bool TryEnter()
    {
        if (Interlocked.Increment(ref _count) <= ProtocolLimits.UnauthenticatedConnections) return true;
        Interlocked.Decrement(ref _count);
        return false;
    }

    /// <summary>Gives the place back: the connection authenticated or left.</summary>
    public void Leave() => Interlocked.Decrement(ref _count);
}
