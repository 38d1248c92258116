using System.Text.RegularExpressions;

namespace Rtemis.Fuzz;

/// <summary>What a message says, without the values that it shows.</summary>
public static partial class Outcome
{
    const int Words = 8;

    /// <summary>The message's first words, without numbers and without whatever stands in quotes or behind a colon.</summary>
    public static string Shape(string message) =>
        string.Join(' ', Word().Matches(Shown().Replace(message, "").Split(": ")[0]).Take(Words).Select(w => w.Value));

    [GeneratedRegex("""'[^']*'|"[^"]*"|`[^`]*`|\(got .*""", RegexOptions.Singleline)]
    private static partial Regex Shown();

    [GeneratedRegex("[A-Za-z+]+")]
    private static partial Regex Word();
}
