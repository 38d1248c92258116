using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.Extensions.DependencyInjection.Extensions;
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

/// <summary>All that the server is made of, and its way into a pipeline.</summary>
static class ServerServices
{
    /// <summary>Adds them.</summary>
    public static IServiceCollection Add(IServiceCollection services, ServerOptions options)
    {
        services.AddSingleton(options);
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(AccessToken.From(options.Token));
        services.AddSingleton(_ => DaemonCommand.Own());
        services.AddSingleton<IDaemonKind, NativeDaemons>();
        services.AddSingleton<IDaemonKind>(provider => provider.GetRequiredService<RDaemons>());
        services.AddSingleton(new RequestGuard(options.Origins));
        services.AddSingleton(EmbeddedPage.Files());
        services.AddSingleton(provider => new PageLinks(provider.GetRequiredService<IServer>(), provider.GetRequiredService<OneTimeCodes>()));
        foreach (var service in (Type[])[
            typeof(ServerInstance), typeof(StateFolder), typeof(StateStore), typeof(FileChecks), typeof(StorageLimit), typeof(DataFiles), typeof(StateRestorer), typeof(OneTimeCodes), typeof(UnauthenticatedGate), typeof(WrongTokenThrottle),
            typeof(ConnectionRegistry), typeof(RLanding), typeof(RDaemons), typeof(RDesk), typeof(EngineSet), typeof(DaemonPool), typeof(OpenTables), typeof(ResultFiles), typeof(JobQueue), typeof(SessionRegistry), typeof(Dispatcher), typeof(HeavyWork),
            typeof(MethodTable), typeof(WebSocketEndpoint), typeof(HttpEndpoints), typeof(PageEndpoint), typeof(ConnectionHandlers),
            typeof(CatalogHandlers), typeof(SessionHandlers), typeof(UploadHandlers), typeof(DataHandlers), typeof(JobHandlers), typeof(RawDocuments), typeof(JobResultHandlers),
            typeof(SaveRoots), typeof(JobSaveHandlers), typeof(DialogHandlers), typeof(ServerMetrics), typeof(StateMetrics)])
            services.AddSingleton(service);
        services.AddHostedService<ServerLifetime>();
        services.AddHostedService<SessionKeeper>();
        services.AddHostedService<PageNotice>();
        return services;
    }

    /// <summary>Has a pipeline answer every request with the server.</summary>
    /// <exception cref="StateException">The state folder can't be used.</exception>
    /// <exception cref="EngineMissingException">The application can't start daemons.</exception>
    public static void Run(IApplicationBuilder pipeline)
    {
        // Nobody else asks for it: it waits for listeners.
        pipeline.ApplicationServices.GetRequiredService<StateMetrics>();
        pipeline.UseWebSockets();
        pipeline.Run(pipeline.ApplicationServices.GetRequiredService<HttpEndpoints>().HandleAsync);
    }
}
