using System.Buffers;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Rtemis.Protocol;
using Rtemis.Server.Hosting;
using Rtemis.Server.Options;

namespace Rtemis.Fuzz.Targets;

/// <summary>
/// Whole conversations with a server over a real socket, a request a line: every one has its answer, with a documented code, none the server's own
/// failure, and the connection stays.
/// </summary>
sealed class ConversationTarget : IFuzzTarget
{
    const string Token = "fuzz-1234-fuzz-1234";
    const int MostLines = 20;

    // What a person would be asked, and what would rightly end the connection.
    static readonly string[] Left = [Methods.Auth, Methods.DialogChooseDir];

    static readonly HashSet<string> Codes = [.. typeof(ErrorCodes).GetFields().Select(f => (string)f.GetValue(null)!)];

    readonly WebApplication _app;
    readonly Uri _address;
    readonly byte[] _table = SampleStreams.Ours();
    readonly Dictionary<string, string> _latest = [];
    Talk? _talk;

    ConversationTarget(WebApplication app)
    {
        _app = app;
        _address = new UriBuilder(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()) { Scheme = "ws" }.Uri;
        Seeds = [.. Requests.Conversations.Select(c => c.Replace("3000", $"{_table.Length}", StringComparison.Ordinal)).Select(Encoding.UTF8.GetBytes)];
    }

    public string Name => "conversation";

    public IReadOnlyList<byte[]> Seeds { get; }

    public IReadOnlyList<byte[]> Words => Requests.Words;

    public static async Task<IFuzzTarget> StartAsync()
    {
        // It keeps nothing and saves nowhere.
        var app = ServerApp.Build(new ServerOptions
        {
            Port = 0,
            Token = Token,
            Verbosity = 0,
            MaxSessions = 100_000,
            HeartbeatInterval = TimeSpan.Zero,
            Ephemeral = true,
            SaveRoots = [],
        });
        await app.StartAsync().ConfigureAwait(false);
        return new ConversationTarget(app);
    }

    public async Task<string> RunAsync(byte[] input, CancellationToken cancellation)
    {
        if (_talk is not { IsOpen: true }) _talk = await Talk.OpenAsync(_address, Token, cancellation).ConfigureAwait(false);
        var outcome = new List<string>();
        try
        {
            foreach (var line in Encoding.Latin1.GetString(input).Split('\n').Take(MostLines))
                if (Frame(Encoding.Latin1.GetBytes(line)) is { } frame)
                    outcome.Add(Judge(await _talk.AskAsync(frame, cancellation).ConfigureAwait(false)));
            await _talk.AskAsync(FrameWriter.Prefix("""{"id":"end","method":"session.delete"}"""u8), cancellation).ConfigureAwait(false);
        }
        catch (FindingException)
        {
            // The next input gets a connection of its own.
            await _talk.DisposeAsync().ConfigureAwait(false);
            _talk = null;
            throw;
        }
        return string.Join(" | ", outcome.Distinct().Order(StringComparer.Ordinal));
    }

    public async ValueTask DisposeAsync()
    {
        if (_talk is { } talk) await talk.DisposeAsync().ConfigureAwait(false);
        await _app.StopAsync().ConfigureAwait(false);
        await _app.DisposeAsync().ConfigureAwait(false);
    }

    // A line as a frame, with as much of the table as it announces; null for what is not sent.
    byte[]? Frame(byte[] line)
    {
        var text = Encoding.Latin1.GetString(line);
        foreach (var (name, value) in _latest) text = text.Replace(name, value, StringComparison.Ordinal);
        var head = FrameWriter.Prefix(Encoding.Latin1.GetBytes(text));
        var room = new byte[2 * _table.Length];
        _table.CopyTo(room, 0);
        byte[] whole = [.. head, .. room];
        var unread = new ReadOnlySequence<byte>(whole);
        try
        {
            if (!new FrameReader(maxDepth: ProtocolLimits.RequestDepth).TryRead(ref unread, out var frame)) return null;
            return Left.Contains(Request.Read(frame.Header).Method) ? null : whole[..^(int)unread.Length];
        }
        catch (MalformedFrameException)
        {
            return head;
        }
    }

    string Judge(JsonElement answer)
    {
        if (answer.GetProperty("ok").GetBoolean())
        {
            Remember(answer.GetProperty("result"), "data_handle", "$DATA");
            Remember(answer.GetProperty("result"), "upload_id", "$UPLOAD");
            Remember(answer.GetProperty("result"), "job_id", "$JOB");
            return "ok";
        }
        var error = answer.GetProperty("error");
        var (code, message) = (error.GetProperty("code").GetString()!, error.GetProperty("message").GetString()!);
        // One refusal has this code, as the reference has it.
        if (!Codes.Contains(code) || code == ErrorCodes.InternalError && !message.EndsWith("must be a single positive integer.", StringComparison.Ordinal))
            throw new FindingException($"{code}: {message}");
        return $"{code}: {Outcome.Shape(message)}";
    }

    void Remember(JsonElement result, string member, string name)
    {
        if (result.ValueKind == JsonValueKind.Object && result.TryGetProperty(member, out var value)) _latest[name] = value.GetString()!;
    }
}
