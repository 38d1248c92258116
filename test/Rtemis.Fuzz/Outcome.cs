using System.Text.RegularExpressions;

namespace Rtemis.Fuzz;

/// <summary>What a message says, without the values that it shows.</summary>
public static partial class Outcome
{
    const int Longest = 200;

    /// <summary>The message with each number, and whatever stands in quotes, as one sign.</summary>
    public static string Shape(string message)
    {
        var shape = Number().Replace(Quoted().Replace(message, "Q"), "N");
        return shape.Length <= Longest ? shape : shape[..Longest];
    }

    [GeneratedRegex("""('[^']*'|"[^"]*"|\(got .*\)|First \d+ bytes: .*)""", RegexOptions.Singleline)]
    private static partial Regex Quoted();

    [GeneratedRegex(@"-?\d[\d.eE+x-]*")]
    private static partial Regex Number();
}
