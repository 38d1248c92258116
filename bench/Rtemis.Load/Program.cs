using Rtemis.Daemon;
using Rtemis.Load;
using Rtemis.Load.Servers;

if (args is [RtemisDaemon.Verb])
{
    await StampingDaemon.RunAsync().ConfigureAwait(false);
    return 0;
}
// From here on the embedded server takes this program for one that can be its daemon.
await RtemisDaemon.TryRunAsync(args).ConfigureAwait(false);
if (args is [EmbeddedServer.Verb])
{
    await EmbeddedServer.RunAsync().ConfigureAwait(false);
    return 0;
}
return LoadCommand.Create().Parse(args).Invoke();
