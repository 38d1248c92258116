using Rtemis.Server.CommandLine;

var command = ServeCommand.Create();
command.Subcommands.Add(DaemonSubcommand.Create());
return await command.Parse(args).InvokeAsync().ConfigureAwait(false);
