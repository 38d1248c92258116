using Rtemis.Server.Daemons;
using Rtemis.Server.Jobs;
using Rtemis.Server.Sessions;
using Rtemis.Server.Transport;

namespace Rtemis.Server.Hosting;

/// <summary>Starts the daemons with the server, and at its end says good-bye to the clients and ends what runs.</summary>
sealed class ServerLifetime(DaemonPool daemons, JobQueue queue, ConnectionRegistry connections, SessionRegistry sessions) : IHostedLifecycleService
{
    public Task StartingAsync(CancellationToken cancellationToken)
    {
        daemons.Start();
        return Task.CompletedTask;
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    // Before the web server stops: it would wait for the connections.
    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        await connections.StopAsync().ConfigureAwait(false);
        await queue.StopAsync().ConfigureAwait(false);
        // No later start knows these tables; results stay where a state folder was asked for.
        foreach (var session in sessions.All) session.Data.Close();
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
