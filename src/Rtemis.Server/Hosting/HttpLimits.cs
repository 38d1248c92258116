using Microsoft.AspNetCore.Server.Kestrel.Core;
using Rtemis.Protocol;

namespace Rtemis.Server.Hosting;

/// <summary>
/// What an HTTP connection may take. Nobody has shown a token on it: it is small and short, and what is over a limit ends it. A connection that has
/// become a WebSocket has other limits, in <see cref="ProtocolLimits"/>.
/// </summary>
static class HttpLimits
{
    /// <summary>The most connections at a time that are no WebSockets: a browser has six, and there may be some that only wait.</summary>
    public const int Connections = 256;

    const int UpgradedConnections = 1024;
    const int RequestLine = 4 << 10;
    // Cookies know no ports: those of everything else on this machine come along.
    const int Heads = 32 << 10;
    const int HeadCount = 64;
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(ProtocolLimits.UnauthenticatedSeconds);

    /// <summary>Sets them.</summary>
    public static void Apply(KestrelServerLimits limits)
    {
        limits.MaxConcurrentConnections = Connections;
        limits.MaxConcurrentUpgradedConnections = UpgradedConnections;
        limits.RequestHeadersTimeout = Patience;
        limits.KeepAliveTimeout = Patience;
        limits.MaxRequestLineSize = RequestLine;
        limits.MaxRequestHeadersTotalSize = Heads;
        limits.MaxRequestHeaderCount = HeadCount;
        // No request has a body.
        limits.MaxRequestBodySize = 0;
        limits.MinRequestBodyDataRate = new MinDataRate(bytesPerSecond: 240, gracePeriod: TimeSpan.FromSeconds(2));
    }
}
