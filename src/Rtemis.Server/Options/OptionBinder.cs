namespace Rtemis.Server.Options;

/// <summary>
/// The only reader of switches, environment variables and settings files: a switch wins over a variable, a variable over the section <c>rtemis</c>
/// of <c>appsettings.json</c>, which wins over the default.
/// </summary>
static class OptionBinder
{
    const string Section = "rtemis";

    /// <summary>The options that are in force.</summary>
    /// <param name="switches">The text of each switch that was given, by option name.</param>
    /// <param name="variable">Reads an environment variable.</param>
    /// <param name="settings">The settings files.</param>
    /// <exception cref="OptionException">An option has a value that it can't have, or the settings name an unknown one.</exception>
    public static ServerOptions Bind(IReadOnlyDictionary<string, string> switches, Func<string, string?> variable, IConfiguration settings)
    {
        var section = settings.GetSection(Section);
        if (section.GetChildren().FirstOrDefault(c => OptionTable.All.All(o => o.Name != c.Key)) is { } unknown)
            throw new OptionException($"The setting {Section}:{unknown.Key} is unknown. Settings: {string.Join(", ", OptionTable.All.Select(o => o.Name))}.");

        var options = new ServerOptions();
        foreach (var spec in OptionTable.All)
        {
            var (where, text) = switches.TryGetValue(spec.Name, out var given) ? (spec.Switch, given)
                : variable(spec.Variable) is { } set ? (spec.Variable, set)
                : ($"{Section}:{spec.Name} of the settings", Text(section.GetSection(spec.Name)));
            if (text is null) continue;
            try
            {
                options = spec.Apply(options, text);
            }
            catch (FormatException e)
            {
                throw new OptionException($"{where} '{(spec.Name == "token" ? "..." : text)}': {e.Message}.");
            }
        }
        if (options is { Ephemeral: true, StateDir: not null })
            throw new OptionException($"--ephemeral and --state-dir '{options.StateDir}' can't be given together: the one keeps nothing, the other says where.");
        return options;
    }

    // A list in the settings is the same as its values separated by commas.
    static string? Text(IConfigurationSection section) =>
        section.Value ?? (section.GetChildren().Any() ? string.Join(',', section.GetChildren().Select(c => c.Value)) : null);
}
