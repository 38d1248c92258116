using Rtemis.Server.Hosting;
using Rtemis.Server.Options;
using Rtemis.Server.Security;
using Rtemis.Server.State;

namespace Rtemis.Server;

/// <summary>Puts the server into an ASP.NET Core application.</summary>
public static class RtemisServerExtensions
{
    /// <summary>
    /// Adds the server. It starts and stops with the application; <see cref="PageLinks"/> gives addresses with which a browser is let in.
    /// </summary>
    /// <param name="services">The application's services.</param>
    /// <param name="options">
    /// What the server is to be like; null for the defaults. The application has the say about addresses, logging and the browser: <c>Host</c>, <c>Port</c>,
    /// <c>Verbosity</c> and <c>Open</c> have no effect. Without <c>StateDir</c> the state is kept in the platform's folder for the state of programs, under the
    /// application's name.
    /// </param>
    /// <exception cref="OptionException">The token file can't be used, or its token is none.</exception>
    public static IServiceCollection AddRtemisServer(this IServiceCollection services, ServerOptions? options = null)
    {
        options = TokenFile.Apply(options ?? new ServerOptions());
        if (options is { Ephemeral: false, StateDir: null }) options = options with { StateDir = StatePlace.Default(AppDomain.CurrentDomain.FriendlyName) };
        return ServerServices.Add(services, options);
    }

    /// <summary>
    /// Serves the page, its WebSocket and <c>/health</c> below a path. Only requests to loopback names are answered, whatever the application listens on.
    /// </summary>
    /// <param name="endpoints">The application.</param>
    /// <param name="path">The path, <c>/rtemis</c> say; nothing for all that the application has no other endpoint for.</param>
    /// <exception cref="StateException">The state folder can't be used: another process has it, say.</exception>
    /// <exception cref="EngineMissingException">The application can't start daemons; the message says what it lacks.</exception>
    public static IEndpointConventionBuilder MapRtemisServer(this IEndpointRouteBuilder endpoints, string path = "")
    {
        path = path.TrimEnd('/');
        endpoints.ServiceProvider.GetRequiredService<PageLinks>().Path = path + "/";
        var pipeline = endpoints.CreateApplicationBuilder();
        ServerServices.Run(pipeline);
        return endpoints.Map(path + "/{**file}", Below(path, pipeline.Build())).WithDisplayName("Rtemis.Server");
    }

    // The server's own paths begin where it was put. Its page names its files relative to that, which needs the last slash.
    static RequestDelegate Below(PathString path, RequestDelegate server) => async http =>
    {
        http.Request.Path.StartsWithSegments(path, out var matched, out var rest);
        if (!rest.HasValue)
        {
            http.Response.Redirect(http.Request.PathBase + path + "/");
            return;
        }
        http.Request.PathBase += matched;
        http.Request.Path = rest;
        await server(http).ConfigureAwait(false);
    };
}
