using System.CommandLine;
using System.Diagnostics;
using Rtemis.Engines.Native;
using Rtemis.Server.Daemons.Child;
using Rtemis.Server.Daemons.Native;

namespace Rtemis.Server.CommandLine;

/// <summary>The hidden subcommand with which the server starts its native daemons.</summary>
static class DaemonSubcommand
{
    public static Command Create()
    {
        var command = new Command(DaemonCommand.Verb, "Runs jobs for a server, over standard input and output.") { Hidden = true };
        command.SetAction(async (_, _) =>
        {
            // The server and the browser come first, a job takes what is left.
            using (var self = Process.GetCurrentProcess()) self.PriorityClass = ProcessPriorityClass.BelowNormal;
            await new DaemonHost(new NativeEngine(), TimeProvider.System).RunAsync().ConfigureAwait(false);
            return 0;
        });
        return command;
    }
}
