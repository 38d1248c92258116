using Rtemis.Server.Hosting;
using Rtemis.Server.Options;
using Rtemis.Server.Security;

namespace Rtemis.Cli.Serving;

/// <summary>
/// What a person sees at the start: the address to open, where the server listens, who may connect, and the token or the file that it is in. Token and
/// one-time codes are printed here and nowhere else.
/// </summary>
static class Banner
{
    /// <param name="address">Where the server listens.</param>
    /// <param name="link">The address with a one-time code.</param>
    /// <param name="options">How the server was set.</param>
    /// <param name="token">The token.</param>
    /// <param name="asksForLinks">Whether Enter gives a new address.</param>
    public static string Text(string address, string link, ServerOptions options, AccessToken token, bool asksForLinks) =>
        $"""
        Rtemis.Server {ServerVersion.Text}
        {OpenLine(link)}
          listening   {address}
          origins     {string.Join(", ", options.Origins)}
          token       {(options.TokenFile is { } file ? $"in {file}" : token.Text)}
        {(asksForLinks ? "Press Enter for a new link, Ctrl-C to stop." : "Press Ctrl-C to stop.")}
        """;

    /// <summary>The line with the address to open.</summary>
    public static string OpenLine(string link) => $"  open        {link}";
}
