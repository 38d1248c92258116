namespace Rtemis.Server.Security;

/// <summary>
/// Who may talk to the server: the Host header must name a loopback host and our port, so that a page can't reach us under a name of its own (DNS
/// rebinding), and a WebSocket's Origin must be on the list, or be the server's own page.
/// </summary>
sealed class RequestGuard(IEnumerable<string> origins)
{
    readonly HashSet<string> _origins = [.. origins.Select(o => o.Trim().TrimEnd('/'))];

    /// <summary>Whether the Host header is one of ours. The port is the one that the request came in on.</summary>
    public static bool HostAllowed(HttpContext http)
    {
        var hosts = http.Request.Headers.Host;
        return hosts.Count == 1 && LoopbackHosts.All.Any(h => string.Equals(hosts[0], $"{h}:{http.Connection.LocalPort}", StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Whether the Origin header may open a WebSocket. There must be exactly one.</summary>
    public bool OriginAllowed(HttpContext http)
    {
        var given = http.Request.Headers.Origin;
        return given.Count == 1 && given[0] is { } origin && (_origins.Contains(origin) || IsOwn(origin, http.Connection.LocalPort));
    }

    static bool IsOwn(string origin, int port) => LoopbackHosts.All.Any(h => origin == $"http://{h}:{port}");
}
