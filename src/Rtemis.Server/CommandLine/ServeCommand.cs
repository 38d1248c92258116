using System.CommandLine;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Rtemis.Server.Hosting;
using Rtemis.Server.Options;
using Rtemis.Server.Security;

namespace Rtemis.Server.CommandLine;

/// <summary>The program without a subcommand: the server.</summary>
static class ServeCommand
{
    const int BadOption = 2;
    const int CannotListen = 3;

    public static RootCommand Create()
    {
        var command = new RootCommand("The local server between a browser and the engines that do its machine learning.");
        var switches = OptionTable.All.ToDictionary(o => o.Name, o => new Option<string?>(o.Switch) { Description = o.Help, HelpName = o.Name });
        foreach (var option in switches.Values) command.Options.Add(option);
        command.SetAction((parse, cancellation) =>
        {
            var given = switches.Select(s => (s.Key, Text: parse.GetValue(s.Value))).Where(s => s.Text is not null).ToDictionary(s => s.Key, s => s.Text!);
            return RunAsync(given, cancellation);
        });
        return command;
    }

    static async Task<int> RunAsync(IReadOnlyDictionary<string, string> switches, CancellationToken cancellation)
    {
        ServerOptions options;
        try
        {
            options = OptionBinder.Bind(switches, Environment.GetEnvironmentVariable, Settings());
        }
        catch (Exception e) when (e is OptionException or InvalidDataException)
        {
            await Console.Error.WriteLineAsync(e.Message).ConfigureAwait(false);
            return BadOption;
        }

        await using var app = ServerApp.Build(options);
        try
        {
            await app.StartAsync(cancellation).ConfigureAwait(false);
        }
        catch (IOException e)
        {
            await Console.Error.WriteLineAsync($"Cannot listen on {options.Host}:{options.Port}: {e.Message}").ConfigureAwait(false);
            return CannotListen;
        }
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        await Console.Out.WriteLineAsync(Banner.Text(address, options, app.Services.GetRequiredService<AccessToken>())).ConfigureAwait(false);
        await app.WaitForShutdownAsync(cancellation).ConfigureAwait(false);
        return 0;
    }

    // Beside the program for what an administrator sets, in the working folder for what a person does.
    static IConfigurationRoot Settings() => new ConfigurationBuilder()
        .AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"), optional: true)
        .AddJsonFile(Path.Combine(Directory.GetCurrentDirectory(), "appsettings.json"), optional: true)
        .Build();
}
