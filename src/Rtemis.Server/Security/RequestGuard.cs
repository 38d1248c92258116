using Microsoft.AspNetCore.Http.Features;

namespace Rtemis.Server.Security;

/// <summary>
/// Who may talk to the server: the Host header must name a loopback host and our port, so that a page can't reach us under a name of its own (DNS
/// rebinding), and a WebSocket's Origin must be on the list, or be the server's own page.
/// </summary>
sealed class RequestGuard(IEnumerable<string> origins)
{
    readonly HashSet<string> _origins = [.. origins.Select(o => o.Trim().TrimEnd('/'))];

    /// <summary>The status with which a request is refused whatever it asks for, or null.</summary>
    public static int? Refusal(HttpContext http) =>
        !HostAllowed(http) ? StatusCodes.Status403Forbidden
        : !IsPath(http) || http.Request.Headers.TransferEncoding.Count > 0 ? StatusCodes.Status400BadRequest
        : http.Request.ContentLength > 0 ? StatusCodes.Status413PayloadTooLarge
        : null;

    // The port is the one that the request came in on.
    static bool HostAllowed(HttpContext http)
    {
        var hosts = http.Request.Headers.Host;
        return hosts.Count == 1 && LoopbackHosts.All.Any(h => string.Equals(hosts[0], $"{h}:{http.Connection.LocalPort}", StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Whether the Origin header may open a WebSocket. There must be exactly one.</summary>
    public bool OriginAllowed(HttpContext http)
    {
        var given = http.Request.Headers.Origin;
        return given.Count == 1 && given[0] is { } origin && (_origins.Contains(origin) || IsOwn(origin, http));
    }

    // Whole addresses and `*` are for proxies: this is none.
    static bool IsPath(HttpContext http) => http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget.StartsWith('/');

    static bool IsOwn(string origin, HttpContext http) =>
        LoopbackHosts.All.Any(h => origin == $"{http.Request.Scheme}://{h}:{http.Connection.LocalPort}");
}
