using System.CommandLine;
using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Rtemis.Server.Hosting;
using Rtemis.Server.Options;
using Rtemis.Server.Security;
using Rtemis.Server.State;

namespace Rtemis.Server.CommandLine;

/// <summary>The program without a subcommand: the server.</summary>
static class ServeCommand
{
    const int BadOption = 2;
    const int CannotListen = 3;
    const int NoState = 4;
    const int NoEngine = 5;
    const string TokenInSight =
        "Every user of this machine can read the token in the list of processes: better give it as RTEMISLIVE_TOKEN or with --token-file.";

    public static RootCommand Create()
    {
        var command = new RootCommand("The local server between a browser and the engines that do its machine learning.");
        var switches = OptionTable.All.ToDictionary(o => o.Name, Switch);
        foreach (var option in switches.Values) command.Options.Add(option);
        command.SetAction((parse, cancellation) =>
        {
            // A flag without a value means yes.
            var given = switches.Where(s => parse.GetResult(s.Value) is not null).ToDictionary(s => s.Key, s => parse.GetValue(s.Value) ?? "true");
            return RunAsync(given, cancellation);
        });
        return command;
    }

    static Option<string?> Switch(OptionSpec option)
    {
        var made = new Option<string?>(option.Switch)
        {
            Description = option.Help,
            HelpName = option.Name,
            Arity = option.IsFlag ? ArgumentArity.ZeroOrOne : option.IsList ? ArgumentArity.OneOrMore : ArgumentArity.ExactlyOne,
        };
        if (option.IsList) made.CustomParser = given => string.Join(',', given.Tokens.Select(t => t.Value));
        return made;
    }

    static async Task<int> RunAsync(Dictionary<string, string> switches, CancellationToken cancellation)
    {
        ServerOptions options;
        try
        {
            options = TokenFile.Apply(OptionBinder.Bind(switches, Environment.GetEnvironmentVariable, Settings()));
        }
        catch (Exception e) when (e is OptionException or InvalidDataException)
        {
            await Console.Error.WriteLineAsync(e.Message).ConfigureAwait(false);
            return BadOption;
        }

        if (switches.ContainsKey("token")) await Console.Error.WriteLineAsync(TokenInSight).ConfigureAwait(false);
        WebApplication app;
        try
        {
            app = ServerApp.Build(options);
        }
        catch (StateException e)
        {
            await Console.Error.WriteLineAsync(e.Message).ConfigureAwait(false);
            return NoState;
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
            return NoEngine;
        }
        catch (Exception e) when (e is IOException or SocketException)
        {
            var reason = e.InnerException is AddressInUseException ? await PortHolder.DescribeAsync(options.Host, options.Port, cancellation).ConfigureAwait(false) : e.Message;
            await Console.Error.WriteLineAsync($"Cannot listen on {options.Host}:{options.Port}: {reason}").ConfigureAwait(false);
            return CannotListen;
        }
        await WelcomeAsync(app.Services, options).ConfigureAwait(false);
        await app.WaitForShutdownAsync(cancellation).ConfigureAwait(false);
        return 0;
    }

    static async Task WelcomeAsync(IServiceProvider services, ServerOptions options)
    {
        var address = services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        var links = new PageLinks(address, services.GetRequiredService<OneTimeCodes>());
        var banner = Banner.Text(address, links.New(), options, services.GetRequiredService<AccessToken>(), LinkPrompt.IsPossible);
        await Console.Out.WriteLineAsync(banner).ConfigureAwait(false);
        if (LinkPrompt.IsPossible) LinkPrompt.Start(links);
        // A link of its own: the one that was printed stays good. The desktop's program may run as long as the browser does.
        if (options.Open) _ = services.GetRequiredService<BrowserLauncher>().OpenAsync(links.New());
    }

    // Beside the program for what an administrator sets, in the working folder for what a person does.
    static IConfigurationRoot Settings() => new ConfigurationBuilder()
        .AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"), optional: true)
        .AddJsonFile(Path.Combine(Directory.GetCurrentDirectory(), "appsettings.json"), optional: true)
        .Build();
}
