using System.CommandLine;
using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Rtemis.Cli.Commands;
using Rtemis.Server;
using Rtemis.Server.Hosting;
using Rtemis.Server.Options;
using Rtemis.Server.Security;
using Rtemis.Server.State;

namespace Rtemis.Cli.Serving;

/// <summary>The program without a subcommand: the server.</summary>
static class ServeCommand
{
    const string TokenInSight =
        "Every user of this machine can read the token in the list of processes: better give it as RTEMISLIVE_TOKEN or with --token-file.";

    public static RootCommand Create()
    {
        var command = new RootCommand("The local server between a browser and the engines that do its machine learning.");
        var switches = SwitchOptions.For(OptionTable.All);
        foreach (var option in switches.Values) command.Options.Add(option);
        command.SetAction((parse, cancellation) => RunAsync(parse, switches, cancellation));
        return command;
    }

    static async Task<int> RunAsync(ParseResult parse, Dictionary<string, Option<string?>> switches, CancellationToken cancellation)
    {
        ServerOptions options;
        try
        {
            options = TokenFile.Apply(SwitchOptions.Bind(parse, switches));
        }
        catch (Exception e) when (e is OptionException or InvalidDataException)
        {
            await Console.Error.WriteLineAsync(e.Message).ConfigureAwait(false);
            return ExitCodes.BadOption;
        }

        if (parse.GetResult(switches["token"]) is not null) await Console.Error.WriteLineAsync(TokenInSight).ConfigureAwait(false);
        WebApplication app;
        try
        {
            // Nothing of it but where systemd or the service manager has started the program.
            app = ServerApp.Build(options, services => services.AddSystemd().AddWindowsService());
        }
        catch (StateException e)
        {
            await Console.Error.WriteLineAsync(e.Message).ConfigureAwait(false);
            return ExitCodes.NoState;
        }
        await using (app) return await RunAsync(app, options, cancellation).ConfigureAwait(false);
    }

    static async Task<int> RunAsync(WebApplication app, ServerOptions options, CancellationToken cancellation)
    {
        try
        {
            await app.StartAsync(cancellation).ConfigureAwait(false);
        }
        catch (EngineMissingException e)
        {
            await Console.Error.WriteLineAsync(e.Message).ConfigureAwait(false);
            return ExitCodes.NoEngine;
        }
        catch (Exception e) when (e is IOException or SocketException)
        {
            var reason = e.InnerException is AddressInUseException ? await PortHolder.DescribeAsync(options.Host, options.Port, cancellation).ConfigureAwait(false) : e.Message;
            await Console.Error.WriteLineAsync($"Cannot listen on {options.Host}:{options.Port}: {reason}").ConfigureAwait(false);
            return ExitCodes.CannotListen;
        }
        await WelcomeAsync(app.Services, options).ConfigureAwait(false);
        await app.WaitForShutdownAsync(cancellation).ConfigureAwait(false);
        return 0;
    }

    static async Task WelcomeAsync(IServiceProvider services, ServerOptions options)
    {
        var links = services.GetRequiredService<PageLinks>();
        var banner = Banner.Text(links.Origin, links.New(), options, services.GetRequiredService<AccessToken>(), LinkPrompt.IsPossible);
        await Console.Out.WriteLineAsync(banner).ConfigureAwait(false);
        if (LinkPrompt.IsPossible) LinkPrompt.Start(links);
        // A link of its own: the one that was printed stays good. The desktop's program may run as long as the browser does.
        if (options.Open) _ = ActivatorUtilities.CreateInstance<BrowserLauncher>(services).OpenAsync(links.New());
    }
}
