using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Rtemis.Server.Security;

/// <summary>The secret that a client shows. It is compared in constant time and never written but in the start banner.</summary>
sealed class AccessToken
{
    readonly byte[] _digest;

    AccessToken(string text)
    {
        Text = text;
        _digest = SHA256.HashData(Encoding.UTF8.GetBytes(text));
    }

    /// <summary>The token, for the banner.</summary>
    public string Text { get; }

    /// <summary>The given token, or eight random bytes as <c>xxxx-xxxx-xxxx-xxxx</c>.</summary>
    public static AccessToken From(string? given) =>
        new(given ?? string.Join('-', Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8)).Chunk(4).Select(c => new string(c))));

    /// <summary>What is wrong with a token that a person chose, or null.</summary>
    public static string? Problem(string text) =>
        text.Length is >= 8 and <= 256 && text.All(c => c is > ' ' and <= '~') ? null : "must be 8 to 256 printable ASCII characters without spaces";

    /// <summary>Whether a client showed the right one. Digests are compared, so that not even the length tells anything.</summary>
    public bool Matches(JsonElement? shown) =>
        shown is { ValueKind: JsonValueKind.String } text
        && CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(text.GetString()!)), _digest);

    /// <summary>Never the token.</summary>
    public override string ToString() => "(token)";
}
