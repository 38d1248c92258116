using System.CommandLine;
using System.Text.Json;
using Rtemis.Cli.Display;
using Rtemis.Client;
using Rtemis.Protocol;
using Rtemis.Protocol.Messages;

namespace Rtemis.Cli.Commands;

/// <summary><c>jobs</c>: the jobs of a server's sessions, and how those that are not over go on.</summary>
static class JobsCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var command = new Command("jobs", "Lists the jobs of a server: of the session that is named, or of all.");
        var follow = new Option<bool>("--follow") { Description = "Show how those that are not over go on, until they are." };
        var json = new Option<bool>("--json") { Description = "As JSON." };
        var place = new PlaceOptions();
        command.Options.Add(follow);
        command.Options.Add(json);
        place.AddTo(command);
        command.Do(async (parse, cancellation) =>
        {
            await using var client = await place.ConnectAsync(parse, cancellation).ConfigureAwait(false);
            // From the first event on: a job that is followed tells what it has told before.
            long? since = parse.GetValue(follow) ? 0 : null;
            var found = new List<(RtemisSession Session, JobSummary Job)>();
            var sessions = await JoinAsync(client, place.Session(parse), since, cancellation).ConfigureAwait(false);
            try
            {
                foreach (var session in sessions) found.AddRange((await session.JobsAsync(cancellation).ConfigureAwait(false)).Select(j => (session, j)));
                if (!parse.GetValue(follow) || !parse.GetValue(json)) Show(found, parse.GetValue(json));
                if (parse.GetValue(follow)) await FollowAsync(found, parse.GetValue(json), cancellation).ConfigureAwait(false);
            }
            finally
            {
                foreach (var session in sessions) await session.DisposeAsync().ConfigureAwait(false);
            }
        });
        return command;
    }

    static async Task<List<RtemisSession>> JoinAsync(RtemisClient client, string? named, long? since, CancellationToken cancellation)
    {
        var listed = await client.SessionsAsync(cancellation).ConfigureAwait(false);
        var wanted = listed.Where(s => named is null || s.Name == named).ToList();
        if (named is not null && wanted.Count == 0) throw new UsageException($"--session '{named}': the server has no such session.");
        var joined = new List<RtemisSession>();
        foreach (var entry in wanted) joined.Add(await client.JoinSessionAsync(entry, since, cancellation).ConfigureAwait(false));
        return joined;
    }

    static void Show(List<(RtemisSession Session, JobSummary Job)> found, bool json)
    {
        if (json)
        {
            Output.Json(found.Select(f => JsonSerializer.SerializeToNode(f.Job, ProtocolJson.Default.JobSummary)!));
            return;
        }
        Output.Table(
            ["session", "job", "type", "algorithm", "table", "status", "submitted", "tells"],
            found.Select(f => (string[])
            [
                f.Session.Name, f.Job.JobId, f.Job.Type, f.Job.Algorithm ?? "", f.Job.DataName ?? "", f.Job.Status, f.Job.SubmittedAt,
                f.Job.Error?.Message ?? f.Job.LastMessage ?? "",
            ]));
    }

    static async Task FollowAsync(List<(RtemisSession Session, JobSummary Job)> found, bool json, CancellationToken cancellation)
    {
        var going = found.Where(f => f.Job.CompletedAt is null).ToList();
        await ProgressMode.WhileAsync(json, quiet: false, async display =>
        {
            await Task.WhenAll(going.Select(async f =>
            {
                var one = new ProgressOfJob(f.Job, display);
                await foreach (var told in f.Session.Job(f.Job.JobId).ProgressAsync(cancellation).ConfigureAwait(false)) one.Show(told);
            })).ConfigureAwait(false);
            return going.Count;
        }).ConfigureAwait(false);
    }
}
