using System.CommandLine;
using Rtemis.Cli;
using Rtemis.Cli.Commands;
using Rtemis.Cli.Serving;
using Rtemis.Daemon;

if (await RtemisDaemon.TryRunAsync(args).ConfigureAwait(false)) return 0;
UnixProcess.KeepPrivate();
var command = ServeCommand.Create();
foreach (var sub in (Command[])[
    TrainCommand.Create(), UnsupervisedCommand.CreateDecompose(), UnsupervisedCommand.CreateCluster(), PredictCommand.Create(), AlgorithmsCommand.Create(),
    ResultCommand.Create(), SessionsCommand.Create(), JobsCommand.Create(), DoctorCommand.Create()])
    command.Subcommands.Add(sub);

var parsed = command.Parse(args);
// The server's host answers Ctrl-C and SIGTERM itself, and takes the time that a good-bye to every client needs.
var isServer = parsed.CommandResult.Command == command;
var code = await parsed.InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = isServer ? null : TimeSpan.FromSeconds(5) }).ConfigureAwait(false);
return parsed.Errors.Count > 0 ? ExitCodes.BadOption : code;
