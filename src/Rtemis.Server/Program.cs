using System.CommandLine;
using Rtemis.Server.CommandLine;
using Rtemis.Server.Hosting;

UnixProcess.KeepPrivate();
var command = ServeCommand.Create();
command.Subcommands.Add(DoctorCommand.Create());
command.Subcommands.Add(DaemonSubcommand.Create());
// The host answers Ctrl-C and SIGTERM, and takes the time that a good-bye to every client needs.
return await command.Parse(args).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = null }).ConfigureAwait(false);
