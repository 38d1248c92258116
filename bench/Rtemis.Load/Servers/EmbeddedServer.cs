using System.Globalization;
using Rtemis.Server;
using Rtemis.Server.Options;

namespace Rtemis.Load.Servers;

/// <summary>
/// The server inside of this program, as a process of its own that says on request how much it has allocated. Its daemons are <see cref="StampingDaemon"/>s.
/// </summary>
static class EmbeddedServer
{
    public const string Verb = "serve";

    /// <summary>Serves until the input ends; answers each line with the bytes allocated so far and the collections.</summary>
    public static async Task RunAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddRtemisServer(new ServerOptions { Ephemeral = true, Engine = "native", Token = BuiltServer.Token, MaxSessions = 200 });
        await using var app = builder.Build();
        app.MapRtemisServer();
        await app.StartAsync().ConfigureAwait(false);
        await Console.Out.WriteLineAsync(new Uri(app.Urls.First()).Port.ToString(CultureInfo.InvariantCulture)).ConfigureAwait(false);
        while (await Console.In.ReadLineAsync().ConfigureAwait(false) is not null)
            await Console.Out.WriteLineAsync($"{GC.GetTotalAllocatedBytes(precise: true)} {GC.CollectionCount(0)}").ConfigureAwait(false);
        await app.StopAsync().ConfigureAwait(false);
    }
}
