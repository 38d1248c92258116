using System.Buffers.Binary;
using System.Net.WebSockets;
using System.Text.Json;
using Rtemis.Protocol;

namespace Rtemis.Fuzz.Targets;

/// <summary>A client's end of a real socket that says frames as they are and hears one answer for each.</summary>
sealed class Talk : IAsyncDisposable
{
    const int MostBytes = 4 << 20;
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    readonly ClientWebSocket _socket = new();
    readonly byte[] _bytes = new byte[MostBytes];

    public bool IsOpen => _socket.State == WebSocketState.Open;

    public static async Task<Talk> OpenAsync(Uri address, string token, CancellationToken cancellation)
    {
        var talk = new Talk();
        talk._socket.Options.SetRequestHeader("Origin", "http://localhost:3000");
        await talk._socket.ConnectAsync(address, cancellation).ConfigureAwait(false);
        var header = JsonSerializer.SerializeToUtf8Bytes(new { id = "a", method = Methods.Auth, @params = new { token } });
        await talk.AskAsync(FrameWriter.Prefix(header), cancellation).ConfigureAwait(false);
        return talk;
    }

    /// <summary>Says a frame; its answer's header. Events in between are passed over.</summary>
    /// <exception cref="FindingException">There was none.</exception>
    public async Task<JsonElement> AskAsync(byte[] frame, CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Patience);
        try
        {
            await _socket.SendAsync(frame, WebSocketMessageType.Binary, true, patience.Token).ConfigureAwait(false);
            while (true)
                if (await HearAsync(patience.Token).ConfigureAwait(false) is var header && !header.TryGetProperty("event", out _)) return header;
        }
        catch (Exception e) when (e is OperationCanceledException or WebSocketException && !cancellation.IsCancellationRequested)
        {
            throw new FindingException("A request was not answered, or its connection ended.", e);
        }
    }

    public ValueTask DisposeAsync()
    {
        _socket.Dispose();
        return ValueTask.CompletedTask;
    }

    async Task<JsonElement> HearAsync(CancellationToken cancellation)
    {
        var length = 0;
        ValueWebSocketReceiveResult part;
        do
        {
            part = await _socket.ReceiveAsync(_bytes.AsMemory(length), cancellation).ConfigureAwait(false);
            if (part.MessageType == WebSocketMessageType.Close)
                throw new FindingException($"The connection was closed: {_socket.CloseStatus} {_socket.CloseStatusDescription}");
            length += part.Count;
        }
        while (!part.EndOfMessage);
        using var document = JsonDocument.Parse(_bytes.AsMemory(sizeof(int), BinaryPrimitives.ReadInt32BigEndian(_bytes)));
        return document.RootElement.Clone();
    }
}
