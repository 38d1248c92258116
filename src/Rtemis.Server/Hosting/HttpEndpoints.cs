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
        SecurityHeaders.Apply(http);
        if (RequestGuard.Refusal(http) is { } status)
        {
            if (WebSocketEndpoint.IsWanted(http)) metrics.ConnectionRejected(status == StatusCodes.Status403Forbidden ? "host" : "request");
            // What else comes on such a connection is not looked at.
            http.Response.StatusCode = status;
            http.Response.Headers.Connection = "close";
        }
        else if (WebSocketEndpoint.IsWanted(http)) await sockets.HandleAsync(http).ConfigureAwait(false);
        else if (http.Request.Path.Value == "/health") await AnswerHealthAsync(http).ConfigureAwait(false);
        else if (!await page.TryHandleAsync(http).ConfigureAwait(false)) http.Response.StatusCode = StatusCodes.Status404NotFound;
    }

    Task AnswerHealthAsync(HttpContext http)
    {
        var method = http.Request.Method;
        if (HttpMethods.IsGet(method) || HttpMethods.IsHead(method)) return WriteHealthAsync(http);
        if (HttpMethods.IsOptions(method)) AllowHealth(http);
        else
        {
            http.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
            http.Response.Headers.Allow = "GET, HEAD, OPTIONS";
        }
        return Task.CompletedTask;
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
