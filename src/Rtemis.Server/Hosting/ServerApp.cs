using System.Net;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging.Console;
using Rtemis.Server.Daemons;
using Rtemis.Server.Daemons.Native;
using Rtemis.Server.Daemons.R;
using Rtemis.Server.DataSets;
using Rtemis.Server.Dispatch;
using Rtemis.Server.Handlers;
using Rtemis.Server.Jobs;
using Rtemis.Server.Metrics;
using Rtemis.Server.Options;
using Rtemis.Server.Page;
using Rtemis.Server.Security;
using Rtemis.Server.Sessions;
using Rtemis.Server.State;
using Rtemis.Server.Tables;
using Rtemis.Server.Transport;

namespace Rtemis.Server.Hosting;

/// <summary>Puts the server together.</summary>
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
        AddServices(builder.Services, options);
        configure?.Invoke(builder.Services);

        var app = builder.Build();
        // Nobody else asks for it: it waits for listeners.
        app.Services.GetRequiredService<StateMetrics>();
        app.UseWebSockets();
        app.Run(app.Services.GetRequiredService<HttpEndpoints>().HandleAsync);
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

    static void AddServices(IServiceCollection services, ServerOptions options)
    {
        services.AddSingleton(options);
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(AccessToken.From(options.Token));
        services.AddSingleton(DaemonCommand.Own());
        services.AddSingleton<IDaemonKind, NativeDaemons>();
        services.AddSingleton<IDaemonKind>(provider => provider.GetRequiredService<RDaemons>());
        services.AddSingleton(new RequestGuard(options.Origins));
        services.AddSingleton(EmbeddedPage.Files());
        foreach (var service in (Type[])[
            typeof(ServerInstance), typeof(StateFolder), typeof(StateStore), typeof(FileChecks), typeof(StorageLimit), typeof(DataFiles), typeof(StateRestorer), typeof(OneTimeCodes), typeof(UnauthenticatedGate), typeof(WrongTokenThrottle),
            typeof(ConnectionRegistry), typeof(RLanding), typeof(RDaemons), typeof(RDesk), typeof(EngineSet), typeof(DaemonPool), typeof(OpenTables), typeof(ResultFiles), typeof(JobQueue), typeof(SessionRegistry), typeof(Dispatcher),
            typeof(MethodTable), typeof(WebSocketEndpoint), typeof(HttpEndpoints), typeof(PageEndpoint), typeof(BrowserLauncher), typeof(ConnectionHandlers),
            typeof(CatalogHandlers), typeof(SessionHandlers), typeof(UploadHandlers), typeof(DataHandlers), typeof(JobHandlers), typeof(RawDocuments), typeof(JobResultHandlers),
            typeof(SaveRoots), typeof(JobSaveHandlers), typeof(DialogHandlers), typeof(ServerMetrics), typeof(StateMetrics)])
            services.AddSingleton(service);
        services.AddHostedService<ServerLifetime>();
        services.AddHostedService<SessionKeeper>();
        services.AddHostedService<PageNotice>();
        services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(10));
    }
}
