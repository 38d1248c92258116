using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Rtemis.Cli.Display;
using Rtemis.Protocol;

namespace Rtemis.Cli.Commands;

/// <summary><c>sessions</c>: the sessions of a server.</summary>
static class SessionsCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var command = new Command("sessions", "Lists the sessions of a server.");
        var json = new Option<bool>("--json") { Description = "As JSON." };
        var place = new PlaceOptions();
        command.Options.Add(json);
        place.AddTo(command);
        command.Do(async (parse, cancellation) =>
        {
            await using var client = await place.ConnectAsync(parse, cancellation).ConfigureAwait(false);
            var sessions = await client.SessionsAsync(cancellation).ConfigureAwait(false);
            if (parse.GetValue(json)) Output.Json(sessions.Select(s => JsonSerializer.SerializeToNode(s, ProtocolJson.Default.SessionListEntry)!));
            else
            {
                Output.Table(
                    ["name", "id", "created", "last seen", "connections", "jobs", "running"],
                    sessions.Select(s => (string[])[s.Name, s.SessionId, s.Created, s.LastSeen, Count(s.NConnections), Count(s.NJobs), Count(s.JobsRunning)]));
            }
        });
        return command;
    }

    static string Count(int value) => value.ToString(CultureInfo.InvariantCulture);
}
