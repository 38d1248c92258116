using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Rtemis.Protocol;

/// <summary>Where headers are composed: a buffer and a writer a thread, used again and again.</summary>
sealed class HeaderComposer : IDisposable
{
    // What was larger is not kept: a thread may never need so much again.
    const int LargestKept = 64 << 10;

    static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    [ThreadStatic]
    static HeaderComposer? _ofThread;

    readonly ArrayBufferWriter<byte> _buffer = new(1024);
    readonly Utf8JsonWriter _writer;

    HeaderComposer() => _writer = new Utf8JsonWriter(_buffer, Options);

    /// <summary>A header. It is good until the thread composes the next one.</summary>
    /// <param name="payload">What follows it, or null.</param>
    /// <param name="parts">What is in it besides version and payload.</param>
    /// <param name="write">Writes that.</param>
    public static ReadOnlySpan<byte> Compose<T>(PayloadInfo? payload, T parts, Action<Utf8JsonWriter, T> write)
    {
        if (_ofThread is not { _buffer.Capacity: <= LargestKept })
        {
            _ofThread?.Dispose();
            _ofThread = new HeaderComposer();
        }
        return _ofThread.Write(payload, parts, write);
    }

    public void Dispose() => _writer.Dispose();

    ReadOnlySpan<byte> Write<T>(PayloadInfo? payload, T parts, Action<Utf8JsonWriter, T> write)
    {
        // The last one may have failed half way.
        _buffer.ResetWrittenCount();
        _writer.Reset();
        _writer.WriteStartObject();
        _writer.WriteNumber("v"u8, ProtocolLimits.Version);
        write(_writer, parts);
        if (payload is { } info)
        {
            _writer.WriteStartObject("payload"u8);
            _writer.WriteString("format"u8, info.Format);
            _writer.WriteNumber("bytes"u8, info.Bytes);
            _writer.WriteEndObject();
        }
        _writer.WriteEndObject();
        _writer.Flush();
        return _buffer.WrittenSpan;
    }
}
