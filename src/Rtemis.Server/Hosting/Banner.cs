using Rtemis.Server.Options;
using Rtemis.Server.Security;

namespace Rtemis.Server.Hosting;

/// <summary>What a person sees at the start: where the server listens, who may connect, and the token. The token is printed here and nowhere else.</summary>
static class Banner
{
    public static string Text(string address, ServerOptions options, AccessToken token) =>
        $"""
        Rtemis.Server {ServerVersion.Text}
          listening   {address}
          origins     {string.Join(", ", options.Origins)}
          token       {token.Text}
        Press Ctrl-C to stop.
        """;
}
