using System.Text;
using Rtemis.Protocol;
using Rtemis.Server.Dispatch;

namespace Rtemis.Server.Security;

/// <summary>The names of files that clients have written.</summary>
static class SaveName
{
    const string Extension = ".rds";

    // What file systems allow is 255 bytes; the name that a file has while it is written is longer.
    const int LongestName = 200;

    static readonly char[] Separators = ['/', '\\'];

    /// <summary>The last part of what a client gave, with <c>.rds</c> at its end.</summary>
    /// <exception cref="ProtocolException">That is no name of a file.</exception>
    public static string Of(string given)
    {
        var name = given.TrimEnd(Separators);
        name = name[(name.LastIndexOfAny(Separators) + 1)..];
        if (name is "" or "." or "..") throw Refused("is no name of a file", given);
        if (name.Any(char.IsControl) || name.IndexOfAny(Path.GetInvalidFileNameChars()) >= 0) throw Refused("has characters that no file's name has", given);
        if (Encoding.UTF8.GetByteCount(name) > LongestName) throw Refused($"has more than {LongestName} bytes", given);
        return name.EndsWith(Extension, StringComparison.OrdinalIgnoreCase) ? name : name + Extension;
    }

    static ProtocolException Refused(string problem, string given) =>
        new(ErrorCodes.InvalidParams, $"`filename` {problem} (got \"{Shown.Json(new string([.. given.Select(c => char.IsControl(c) ? '?' : c)]))}\").");
}
