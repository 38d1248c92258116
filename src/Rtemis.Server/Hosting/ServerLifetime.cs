using Rtemis.Server.Daemons;
using Rtemis.Server.Jobs;
using Rtemis.Server.Transport;

namespace Rtemis.Server.Hosting;

/// <summary>At the start finds what the last end has left, and starts the daemons; at the end says good-bye to the clients and ends what runs.</summary>
sealed class ServerLifetime(EngineSet engines, StateRestorer restorer, DaemonPool daemons, JobQueue queue, ConnectionRegistry connections) : IHostedLifecycleService
{
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        await engines.StartAsync(cancellationToken).ConfigureAwait(false);
        restorer.Restore();
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    // When the server listens: coming up is work for the processors, and nobody has a job before.
    public Task StartedAsync(CancellationToken cancellationToken)
    {
        daemons.Start();
        return Task.CompletedTask;
    }

    // Before the web server stops: it would wait for the connections.
    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        await connections.StopAsync().ConfigureAwait(false);
        await queue.StopAsync().ConfigureAwait(false);
        await engines.StopAsync().ConfigureAwait(false);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
