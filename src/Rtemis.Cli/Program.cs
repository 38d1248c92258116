using System.CommandLine;
using Rtemis.Cli.Commands;
using Rtemis.Cli.Serving;
using Rtemis.Daemon;

if (await RtemisDaemon.TryRunAsync(args).ConfigureAwait(false)) return 0;
UnixProcess.KeepPrivate();
var command = ServeCommand.Create();
command.Subcommands.Add(DoctorCommand.Create());
// The host answers Ctrl-C and SIGTERM, and takes the time that a good-bye to every client needs.
return await command.Parse(args).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = null }).ConfigureAwait(false);
