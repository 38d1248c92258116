using System.Text.Json.Serialization;
using Rtemis.Server.Metrics;
using Rtemis.Server.Page;
using Rtemis.Server.Security;

namespace Rtemis.Server.Hosting;

/// <summary>What the port answers besides WebSockets: the page and <c>/health</c>, nothing else.</summary>
sealed class HttpEndpoints(RequestGuard guard, ServerInstance instance, WebSocketEndpoint sockets, PageEndpoint page, ServerMetrics metrics)
{
    /// <summary>Answers every request; those with a foreign Host header first, and always the same way.</summary>
    public async Task HandleAsync(HttpContext http)
    {
        var (request, response) = (http.Request, http.Response);
        SecurityHeaders.Apply(http);
        if (!RequestGuard.HostAllowed(http)) RejectHost(http);
        else if (request.Path == "/" && http.WebSockets.IsWebSocketRequest) await sockets.HandleAsync(http).ConfigureAwait(false);
        else if (request.Path == "/health" && (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)))
            await WriteHealthAsync(http).ConfigureAwait(false);
        else if (request.Path == "/health" && HttpMethods.IsOptions(request.Method)) AllowHealth(http);
        else if (!await page.TryHandleAsync(http).ConfigureAwait(false)) response.StatusCode = StatusCodes.Status404NotFound;
    }

    void RejectHost(HttpContext http)
    {
        if (http.WebSockets.IsWebSocketRequest) metrics.ConnectionRejected("host");
        http.Response.StatusCode = StatusCodes.Status403Forbidden;
    }

    Task WriteHealthAsync(HttpContext http)
    {
        AllowOrigin(http);
        return http.Response.WriteAsJsonAsync(new Health("ok", instance.Id, ServerVersion.Text), HealthJson.Default.Health);
    }

    // A page on a public origin asks first whether it may talk to a private address.
    void AllowHealth(HttpContext http)
    {
        http.Response.StatusCode = StatusCodes.Status204NoContent;
        if (!AllowOrigin(http)) return;
        http.Response.Headers.AccessControlAllowMethods = "GET";
        http.Response.Headers["Access-Control-Allow-Private-Network"] = "true";
    }

    bool AllowOrigin(HttpContext http)
    {
        if (!guard.OriginAllowed(http)) return false;
        http.Response.Headers.AccessControlAllowOrigin = http.Request.Headers.Origin;
        http.Response.Headers.Vary = "Origin";
        return true;
    }
}

/// <summary>The answer of <c>GET /health</c>.</summary>
sealed record Health(string Status, string Instance, string Version);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(Health))]
sealed partial class HealthJson : JsonSerializerContext;
