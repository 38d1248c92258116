using Rtemis.Cli.Display;
using Rtemis.Cli.Tables;
using Rtemis.Client;

namespace Rtemis.Cli.Jobs;

/// <summary>A session of a server.</summary>
/// <param name="client">The server.</param>
/// <param name="session">The session.</param>
/// <param name="slices">What is fetched of results.</param>
sealed class RemoteWorkplace(RtemisClient client, RtemisSession session, IReadOnlyCollection<string> slices) : IWorkplace
{
    /// <summary>Joins a session, or makes it where there is none of that name.</summary>
    public static async Task<RemoteWorkplace> OpenAsync(RtemisClient client, string session, IReadOnlyCollection<string> slices, CancellationToken cancellation)
    {
        try
        {
            return new(client, await JoinOrCreateAsync(client, session, cancellation).ConfigureAwait(false), slices);
        }
        catch
        {
            await client.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>The session that has a job.</summary>
    /// <param name="client">The server.</param>
    /// <param name="job">The job's id.</param>
    /// <param name="named">The session to look into; null for all.</param>
    /// <param name="cancellation">Ends the search.</param>
    /// <exception cref="UsageException">None has it.</exception>
    public static async Task<RtemisSession> FindAsync(RtemisClient client, string job, string? named, CancellationToken cancellation)
    {
        foreach (var entry in await client.SessionsAsync(cancellation).ConfigureAwait(false))
        {
            if (named is not null && entry.Name != named) continue;
            var session = await client.JoinSessionAsync(entry, null, cancellation).ConfigureAwait(false);
            if ((await session.JobsAsync(cancellation).ConfigureAwait(false)).Any(j => j.JobId == job)) return session;
            await session.DisposeAsync().ConfigureAwait(false);
        }
        throw new UsageException($"'{job}': no session of the server has such a job.");
    }

    public async Task<FinishedJob> RunAsync(JobRequest request, NamedTable table, IProgressDisplay display, CancellationToken cancellation)
    {
        var data = await session.UploadAsync(table.Name, table.Table, null, cancellation).ConfigureAwait(false);
        var job = await session.SubmitAsync(data, request, cancellation).ConfigureAwait(false);
        return await FinishAsync(job, display, cancellation).ConfigureAwait(false);
    }

    public async Task<FinishedJob> PredictAsync(string model, NamedTable table, string? question, IProgressDisplay display, CancellationToken cancellation)
    {
        var data = await session.UploadAsync(table.Name, table.Table, null, cancellation).ConfigureAwait(false);
        var job = await session.PredictAsync(model, data, question, cancellation).ConfigureAwait(false);
        var finished = await FinishAsync(job, display, cancellation).ConfigureAwait(false);
        return finished with { Model = await session.Job(model).StatusAsync(cancellation).ConfigureAwait(false) };
    }

    public async ValueTask DisposeAsync()
    {
        await session.DisposeAsync().ConfigureAwait(false);
        await client.DisposeAsync().ConfigureAwait(false);
    }

    // Whoever breaks off here wants the job to end, too.
    async Task<FinishedJob> FinishAsync(RtemisJob job, IProgressDisplay display, CancellationToken cancellation)
    {
        try
        {
            await foreach (var told in job.ProgressAsync(cancellation).ConfigureAwait(false)) display.Show(told);
            await job.WaitAsync(cancellation).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            await job.CancelAsync(CancellationToken.None).ConfigureAwait(false);
            throw;
        }
        return await RemoteResult.LoadAsync(job, slices, client.KindColors, cancellation).ConfigureAwait(false);
    }

    static async Task<RtemisSession> JoinOrCreateAsync(RtemisClient client, string name, CancellationToken cancellation)
    {
        var known = await client.SessionsAsync(cancellation).ConfigureAwait(false);
        return known.FirstOrDefault(s => s.Name == name) is { } found
            ? await client.JoinSessionAsync(found, null, cancellation).ConfigureAwait(false)
            : await client.CreateSessionAsync(name, cancellation).ConfigureAwait(false);
    }
}
