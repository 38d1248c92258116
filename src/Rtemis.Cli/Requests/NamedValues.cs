using Rtemis.Client;

namespace Rtemis.Cli.Requests;

/// <summary>Options that are given as <c>NAME=VALUE</c>, several times.</summary>
static class NamedValues
{
    /// <summary>The parameters that the texts mean.</summary>
    /// <exception cref="UsageException">A text is no <c>NAME=VALUE</c>.</exception>
    public static Parameters Parse(string option, IEnumerable<string> texts)
    {
        var parameters = new Parameters();
        foreach (var text in texts)
        {
            var (name, value) = ValueText.Pair(option, text);
            parameters[name] = ValueText.Value(option, value);
        }
        return parameters;
    }

    /// <summary>Adds candidates to search over.</summary>
    /// <exception cref="UsageException">A text is no <c>NAME=VALUE</c>, or its name has a value already.</exception>
    public static void AddCandidates(Parameters to, string option, IEnumerable<string> texts)
    {
        foreach (var text in texts)
        {
            var (name, value) = ValueText.Pair(option, text);
            if (to.Any(p => p.Key == name)) throw new UsageException($"{option} '{text}': {name} has a value already.");
            to[name] = Parameters.Candidates(ValueText.Values(option, value));
        }
    }
}
