using System.Buffers;
using Rtemis.Protocol;

namespace Rtemis.Server.Sessions;

/// <summary>The rules for session names.</summary>
static class SessionName
{
    const int Longest = 64;

    static readonly SearchValues<char> Allowed = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-");

    /// <summary>Refuses a name that breaks them.</summary>
    /// <exception cref="ProtocolException">It does.</exception>
    public static void Check(string name)
    {
        if (name.Length is 0 or > Longest) throw new ProtocolException(ErrorCodes.InvalidName, "Session name must be 1-64 characters.");
        if (name.AsSpan().ContainsAnyExcept(Allowed))
            throw new ProtocolException(ErrorCodes.InvalidName, "Session name may contain only letters, digits, `.`, `_`, and `-`.");
    }
}
