namespace Rtemis.Server.Options;

/// <summary>An option's one declaration: how it is spelled, what it means, and how its text becomes a value.</summary>
/// <param name="Name">The name in settings, e.g. <c>n_daemons</c>; the switch and the environment variable follow from it.</param>
/// <param name="Help">One line for <c>--help</c>, default included.</param>
/// <param name="Apply">Gives the options with the text's value, or throws <see cref="FormatException"/> saying what the text must be.</param>
sealed record OptionSpec(string Name, string Help, Func<ServerOptions, string, ServerOptions> Apply)
{
    /// <summary><c>--n-daemons</c>.</summary>
    public string Switch => "--" + Name.Replace('_', '-');

    /// <summary>Whether the switch alone, without a value, means <c>true</c>.</summary>
    public bool IsFlag { get; init; }

    /// <summary>Whether the switch may be given several times, which is the same as its values separated by commas.</summary>
    public bool IsList { get; init; }

    /// <summary><c>RTEMISLIVE_N_DAEMONS</c>.</summary>
    public string Variable => "RTEMISLIVE_" + Name.ToUpperInvariant();
}
