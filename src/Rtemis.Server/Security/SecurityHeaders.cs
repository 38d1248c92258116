namespace Rtemis.Server.Security;

/// <summary>The headers of every answer: a page of ours runs its own scripts only, talks to this server only, and is shown in no other page.</summary>
static class SecurityHeaders
{
    const string NoDevices =
        "accelerometer=(), autoplay=(), camera=(), display-capture=(), encrypted-media=(), gamepad=(), geolocation=(), " +
        "gyroscope=(), hid=(), idle-detection=(), local-fonts=(), magnetometer=(), microphone=(), midi=(), payment=(), picture-in-picture=(), " +
        "publickey-credentials-create=(), publickey-credentials-get=(), screen-wake-lock=(), serial=(), usb=(), xr-spatial-tracking=()";

    /// <summary>Sets them.</summary>
    public static void Apply(HttpContext http)
    {
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = Policy(http);
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Permissions-Policy"] = NoDevices;
    }

    // WebSockets are named beside 'self': not every browser takes them for the same origin. A policy has no spelling for an IPv6 host, and browsers
    // complain of it; there 'self' must do.
    static string Policy(HttpContext http) =>
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; worker-src 'self'; manifest-src 'self'; " +
        $"connect-src 'self' {string.Join(' ', LoopbackHosts.All.Where(h => h[0] != '[').Select(h => $"{(http.Request.IsHttps ? "wss" : "ws")}://{h}:{http.Connection.LocalPort}"))}; " +
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
}
