using System.Net;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging.Console;
using Rtemis.Server.Options;

namespace Rtemis.Server.Hosting;

/// <summary>The server as an application of its own.</summary>
static class ServerApp
{
    /// <summary>A server that is not started yet. It listens on loopback only.</summary>
    /// <param name="options">What it is to be like.</param>
    /// <param name="configure">Replaces services, for tests; null for none.</param>
    public static WebApplication Build(ServerOptions options, Action<IServiceCollection>? configure = null)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ApplicationName = typeof(ServerApp).Assembly.GetName().Name });
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => Listen(kestrel, options));
        AddLogging(builder.Logging, options.Verbosity);
        ServerServices.Add(builder.Services, options);
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(10));
        configure?.Invoke(builder.Services);

        var app = builder.Build();
        ServerServices.Run(app);
        return app;
    }

    static void Listen(KestrelServerOptions kestrel, ServerOptions options)
    {
        kestrel.AddServerHeader = false;
        HttpLimits.Apply(kestrel.Limits);
        // The one version that everything speaks here: no other way in to be thought of.
        kestrel.ConfigureEndpointDefaults(endpoint => endpoint.Protocols = HttpProtocols.Http1);
        if (options.Host == "localhost" && options.Port != 0) kestrel.ListenLocalhost(options.Port);
        else kestrel.Listen(options.Host == "::1" ? IPAddress.IPv6Loopback : IPAddress.Loopback, options.Port);
    }

    // Everything but the banner goes to standard error.
    static void AddLogging(ILoggingBuilder logging, int verbosity)
    {
        var level = verbosity switch { 0 => LogLevel.Warning, 1 => LogLevel.Information, _ => LogLevel.Debug };
        // One line for each connection over the limit would fill a disk for whoever wants that.
        logging.SetMinimumLevel(level).AddFilter("Microsoft", LogLevel.Warning).AddFilter("Microsoft.AspNetCore.Server.Kestrel.Connections", LogLevel.Error);
        logging.AddSimpleConsole(console =>
        {
            console.SingleLine = true;
            console.TimestampFormat = "HH:mm:ss ";
            console.ColorBehavior = Console.IsErrorRedirected ? LoggerColorBehavior.Disabled : LoggerColorBehavior.Default;
        });
        logging.Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
    }
}
