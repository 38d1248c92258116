using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace Rtemis.Load.Wire;

/// <summary>
/// A WebSocket of blocking calls on a bare socket. The generator shares the machine with the server: it writes what was made before, and of what comes
/// it looks at no more than it must.
/// </summary>
sealed class RawConnection : IDisposable
{
    const byte Final = 0x80;
    const byte PingFrame = 0x9;
    static readonly byte[] Pong = [0x8a, 0x80, 0, 0, 0, 0];

    readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true, ReceiveTimeout = 60_000 };
    readonly byte[] _received = new byte[256 << 10];
    byte[] _message = new byte[4 << 10];
    int _start;
    int _end;

    RawConnection(int port) => _socket.Connect(IPAddress.Loopback, port);

    /// <summary>A connection that has shown the token.</summary>
    public static RawConnection Open(int port, string token)
    {
        var connection = new RawConnection(port);
        connection.Upgrade(port);
        connection.Call("auth", $$"""{"token":"{{token}}"}""");
        return connection;
    }

    /// <summary>The same attached to a session, which is made where it is not there.</summary>
    public static RawConnection Open(int port, string token, string session, bool make = false)
    {
        var connection = Open(port, token);
        connection.Call(make ? "session.create" : "session.join", $$"""{"name":"{{session}}"}""");
        return connection;
    }

    /// <summary>Sends bytes as they are.</summary>
    public void Send(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty) bytes = bytes[_socket.Send(bytes)..];
    }

    /// <summary>The next message, good until the next call.</summary>
    public ReadOnlySpan<byte> Receive()
    {
        var length = 0;
        while (true)
        {
            var (opcode, final, left) = ReadFrameHead();
            if (opcode == PingFrame)
            {
                Skip(left);
                Send(Pong);
                continue;
            }
            if (_message.Length < length + left) Array.Resize(ref _message, Math.Max(2 * _message.Length, length + left));
            for (int taken; left > 0; left -= taken, length += taken)
            {
                if (_start == _end) Fill();
                taken = Math.Min(left, _end - _start);
                _received.AsSpan(_start, taken).CopyTo(_message.AsSpan(length));
                _start += taken;
            }
            if (final) return _message.AsSpan(0, length);
        }
    }

    /// <summary>Lets so many messages of one frame pass.</summary>
    public void SkipMessages(int count)
    {
        while (count > 0)
        {
            var (opcode, final, length) = ReadFrameHead();
            Skip(length);
            if (opcode == PingFrame) Send(Pong);
            else if (final) count--;
        }
    }

    /// <summary>Asks and waits for the answer, letting events pass; the result.</summary>
    /// <exception cref="InvalidOperationException">The answer is an error.</exception>
    public JsonElement Call(string method, string parameters = "{}", ReadOnlySpan<byte> payload = default)
    {
        Send(ClientMessages.Request(method, parameters, payload));
        return Result();
    }

    /// <summary>Waits for an answer, letting events pass; the result.</summary>
    /// <exception cref="InvalidOperationException">The answer is an error.</exception>
    public JsonElement Result()
    {
        while (true)
        {
            var header = Header(Receive());
            if (!header.TryGetProperty("ok", out var ok)) continue;
            return ok.GetBoolean() ? header.GetProperty("result") : throw new InvalidOperationException($"The server refused: {header}");
        }
    }

    /// <summary>Waits for an event of one of these names; the name.</summary>
    public string Await(params ReadOnlySpan<string> names)
    {
        while (true)
            if (Header(Receive()).TryGetProperty("event", out var name) && names.Contains(name.GetString())) return name.GetString()!;
    }

    /// <summary>A message's header.</summary>
    public static JsonElement Header(ReadOnlySpan<byte> message) =>
        JsonElement.Parse(message.Slice(sizeof(uint), BinaryPrimitives.ReadInt32BigEndian(message)));

    public void Dispose() => _socket.Dispose();

    void Upgrade(int port)
    {
        Send(Encoding.ASCII.GetBytes(
            $"GET / HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nOrigin: http://127.0.0.1:{port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n" +
            "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n"));
        int end;
        while ((end = _received.AsSpan(0, _end).IndexOf("\r\n\r\n"u8)) < 0) Fill();
        if (!_received.AsSpan(0, end).StartsWith("HTTP/1.1 101"u8)) throw new InvalidOperationException(Encoding.ASCII.GetString(_received, 0, end));
        _start = end + 4;
        Await("ready");
    }

    (int Opcode, bool Final, int Length) ReadFrameHead()
    {
        Require(2);
        var (first, length) = (_received[_start], (long)_received[_start + 1]);
        _start += 2;
        if (length == 126)
        {
            Require(2);
            length = BinaryPrimitives.ReadUInt16BigEndian(_received.AsSpan(_start));
            _start += 2;
        }
        else if (length == 127)
        {
            Require(8);
            length = BinaryPrimitives.ReadInt64BigEndian(_received.AsSpan(_start));
            _start += 8;
        }
        if ((first & 0xf) == 8) throw new InvalidOperationException("The server closed the connection.");
        return (first & 0xf, (first & Final) != 0, checked((int)length));
    }

    void Skip(int length)
    {
        while (length > 0)
        {
            if (_start == _end) Fill();
            var taken = Math.Min(length, _end - _start);
            _start += taken;
            length -= taken;
        }
    }

    void Require(int bytes)
    {
        while (_end - _start < bytes) Fill();
    }

    void Fill()
    {
        if (_start == _end) _start = _end = 0;
        else if (_end == _received.Length)
        {
            _received.AsSpan(_start, _end - _start).CopyTo(_received);
            (_start, _end) = (0, _end - _start);
        }
        var read = _socket.Receive(_received.AsSpan(_end));
        if (read == 0) throw new InvalidOperationException("The server hung up.");
        _end += read;
    }
}
