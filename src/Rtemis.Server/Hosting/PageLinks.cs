using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Rtemis.Server.Security;

namespace Rtemis.Server;

/// <summary>Addresses that open the page and let it in: each with a one-time code in its fragment, the part that browsers send to nobody.</summary>
public sealed class PageLinks
{
    readonly IServer _server;
    readonly OneTimeCodes _codes;

    internal PageLinks(IServer server, OneTimeCodes codes) => (_server, _codes) = (server, codes);

    /// <summary>Where the server listens, e.g. <c>http://127.0.0.1:5757</c>.</summary>
    /// <exception cref="InvalidOperationException">It does not listen yet.</exception>
    public string Origin =>
        _server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? throw new InvalidOperationException("The server does not listen yet.");

    /// <summary>The page's path.</summary>
    internal string Path { get; set; } = "/";

    /// <summary>An address that nobody has used yet. It lets in once, while the server runs.</summary>
    /// <exception cref="InvalidOperationException">The server does not listen yet.</exception>
    public string New() => $"{Origin}{Path}#code={_codes.Issue()}";
}
