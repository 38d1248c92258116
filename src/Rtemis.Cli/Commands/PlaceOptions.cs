using System.CommandLine;
using Rtemis.Cli.Jobs;
using Rtemis.Client;

namespace Rtemis.Cli.Commands;

/// <summary>Where jobs run: here, or on a server.</summary>
sealed class PlaceOptions
{
    const string TokenVariable = "RTEMISLIVE_TOKEN";
    const string DefaultSession = "command-line";
    const string DefaultAddress = "http://127.0.0.1:5757/";

    readonly Option<string?> _url = new("--url") { Description = "The server to ask, or an address with a code that it printed.", HelpName = "ADDRESS" };
    readonly Option<string?> _token = new("--token") { Description = $"The server's token; better set {TokenVariable}, since others can read what a program was called with.", HelpName = "TOKEN" };
    readonly Option<string?> _tokenFile = new("--token-file") { Description = "The file that the token is in.", HelpName = "FILE" };
    readonly Option<string?> _origin = new("--origin") { Description = "The origin to connect as (default http://localhost:3000).", HelpName = "ORIGIN" };
    readonly Option<string?> _session = new("--session") { Description = $"The server's session; made where there is none (default '{DefaultSession}').", HelpName = "NAME" };

    /// <summary>Gives them to a command.</summary>
    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[_url, _token, _tokenFile, _origin, _session]) command.Options.Add(option);
    }

    /// <summary>The session that was named, or null.</summary>
    public string? Session(ParseResult parse) => parse.GetValue(_session);

    /// <summary>Whether a server was named.</summary>
    public bool IsRemote(ParseResult parse) => parse.GetValue(_url) is not null;

    /// <summary>Where jobs run.</summary>
    /// <param name="parse">What was given.</param>
    /// <param name="slices">What will be asked of a result.</param>
    /// <param name="cancellation">Stops connecting.</param>
    /// <exception cref="UsageException">No token was given.</exception>
    /// <exception cref="ConnectFailedException">The server can't be reached.</exception>
    public async Task<IWorkplace> OpenAsync(ParseResult parse, IReadOnlyCollection<string> slices, CancellationToken cancellation)
    {
        if (!IsRemote(parse))
        {
            if (new Option[] { _token, _tokenFile, _origin, _session }.FirstOrDefault(o => parse.GetResult(o) is not null) is { } lost)
                throw new UsageException($"{lost.Name} is for a server: name it with --url.");
            return new LocalWorkplace();
        }
        var client = await ConnectAsync(parse, cancellation).ConfigureAwait(false);
        return await RemoteWorkplace.OpenAsync(client, Session(parse) ?? DefaultSession, slices, cancellation).ConfigureAwait(false);
    }

    /// <summary>A connection to the server that was named, or to the one at the default address.</summary>
    /// <exception cref="UsageException">No token was given, or the address is none.</exception>
    /// <exception cref="ConnectFailedException">The server can't be reached.</exception>
    public async Task<RtemisClient> ConnectAsync(ParseResult parse, CancellationToken cancellation)
    {
        var address = parse.GetValue(_url) ?? DefaultAddress;
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https" or "ws" or "wss"))
            throw new UsageException($"--url '{address}': must be an address like {DefaultAddress}.");
        var options = new ClientOptions();
        if (parse.GetValue(_origin) is { } origin) options = options with { Origin = origin };
        if (uri.Fragment.Length > 0 && !uri.Fragment.StartsWith("#code=", StringComparison.Ordinal))
            throw new UsageException($"--url '{address}': what follows # must be the code that the server printed.");
        if (uri.Fragment.Length > 0) return await RtemisClient.ConnectAsync(uri, options, cancellation).ConfigureAwait(false);
        return await RtemisClient.ConnectAsync(uri, Token(parse), options, cancellation).ConfigureAwait(false);
    }

    string Token(ParseResult parse) =>
        parse.GetValue(_token)
        ?? (parse.GetValue(_tokenFile) is { } file ? File.ReadAllText(file).Trim() : null)
        ?? Environment.GetEnvironmentVariable(TokenVariable)
        ?? throw new UsageException($"The server asks for its token: set {TokenVariable}, or give --token-file.");
}
