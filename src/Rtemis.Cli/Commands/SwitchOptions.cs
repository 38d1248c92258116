using System.CommandLine;
using Rtemis.Server.Options;

namespace Rtemis.Cli.Commands;

/// <summary>The server's options as switches of a command.</summary>
static class SwitchOptions
{
    /// <summary>A switch for each option, by the option's name.</summary>
    public static Dictionary<string, Option<string?>> For(IEnumerable<OptionSpec> options) => options.ToDictionary(o => o.Name, Switch);

    /// <summary>The options that are in force.</summary>
    /// <exception cref="OptionException">One has a value that it can't have.</exception>
    /// <exception cref="InvalidDataException">A settings file can't be read.</exception>
    public static ServerOptions Bind(ParseResult parse, IReadOnlyDictionary<string, Option<string?>> switches)
    {
        // A flag without a value means yes.
        var given = switches.Where(s => parse.GetResult(s.Value) is not null).ToDictionary(s => s.Key, s => parse.GetValue(s.Value) ?? "true");
        return OptionBinder.Bind(given, Environment.GetEnvironmentVariable, Settings());
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

    // Beside the program for what an administrator sets, in the working folder for what a person does.
    static IConfigurationRoot Settings() => new ConfigurationBuilder()
        .AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"), optional: true)
        .AddJsonFile(Path.Combine(Directory.GetCurrentDirectory(), "appsettings.json"), optional: true)
        .Build();
}
