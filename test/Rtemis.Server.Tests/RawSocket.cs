using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Rtemis.Server.Tests;

/// <summary>Bytes to and from a server, for what no well-behaved client would send.</summary>
sealed class RawSocket : IDisposable
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    readonly TcpClient _client;
    readonly NetworkStream _stream;
    readonly BufferedStream _received;

    RawSocket(TcpClient client)
    {
        _client = client;
        _stream = client.GetStream();
        _received = new BufferedStream(_stream);
    }

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<RawSocket> ConnectAsync(int port)
    {
        var client = new TcpClient { NoDelay = true };
        await client.ConnectAsync(IPAddress.Loopback, port, Cancellation);
        return new RawSocket(client);
    }

    /// <summary>Sends one request, each line as it stands, and gives the answer's head.</summary>
    public static async Task<RawAnswer> AskAsync(int port, params string[] lines)
    {
        using var socket = await ConnectAsync(port);
        await socket.SendAsync(Request(lines));
        return await socket.HeadAsync();
    }

    /// <summary>The lines of a request's head, and the empty one after them.</summary>
    public static byte[] Request(params string[] lines) => Encoding.Latin1.GetBytes(string.Concat(lines.Select(l => l + "\r\n")) + "\r\n");

    public async Task SendAsync(ReadOnlyMemory<byte> bytes) => await _stream.WriteAsync(bytes, Cancellation);

    /// <summary>Says that nothing more will come.</summary>
    public void EndSending() => _client.Client.Shutdown(SocketShutdown.Send);

    /// <summary>The next answer's head, up to its empty line; status 0 when the server closed instead.</summary>
    public async Task<RawAnswer> HeadAsync()
    {
        var text = new List<byte>();
        var one = new byte[1];
        while (text is not [.., (byte)'\r', (byte)'\n', (byte)'\r', (byte)'\n'])
        {
            if (await ReadAsync(one) == 0) return new RawAnswer(0, []);
            text.Add(one[0]);
        }
        var lines = Encoding.Latin1.GetString([.. text]).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        return new RawAnswer(int.Parse(lines[0].Split(' ')[1], CultureInfo.InvariantCulture), lines[1..]);
    }

    /// <summary>Fills the buffer; false when the server closed before it was full.</summary>
    public async Task<bool> FillAsync(Memory<byte> buffer)
    {
        while (buffer.Length > 0)
        {
            var read = await ReadAsync(buffer);
            if (read == 0) return false;
            buffer = buffer[read..];
        }
        return true;
    }

    /// <summary>Waits until the server has closed; what came before is passed over.</summary>
    public async Task ClosedAsync()
    {
        var buffer = new byte[4096];
        while (await ReadAsync(buffer) > 0)
        {
            // Passed over.
        }
    }

    public void Dispose() => _client.Dispose();

    // 0 once the server has closed, politely or not.
    async ValueTask<int> ReadAsync(Memory<byte> buffer)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        patience.CancelAfter(Patience);
        try
        {
            return await _received.ReadAsync(buffer, patience.Token);
        }
        catch (IOException e) when (e.InnerException is SocketException)
        {
            return 0;
        }
    }
}

/// <summary>The head of an answer.</summary>
/// <param name="Status">Its status, 0 where there was no answer.</param>
/// <param name="Headers">Its header lines.</param>
sealed record RawAnswer(int Status, string[] Headers)
{
    /// <summary>A header's value, or null.</summary>
    public string? this[string name] =>
        Headers.FirstOrDefault(h => h.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase))?[(name.Length + 1)..].Trim();
}
