using System.Buffers;
using System.Text.Json;
using Rtemis.Protocol;

namespace Rtemis.Fuzz.Targets;

/// <summary>A stream of frames: read the same however it is cut, with one kind of error, and every header can be read and answered.</summary>
sealed class FramesTarget : IFuzzTarget
{
    const int MostBytes = 64 << 10;

    public string Name => "frames";

    public IReadOnlyList<byte[]> Seeds { get; } =
    [
        FrameWriter.Prefix("""{"v":1,"id":"r1","method":"ping"}"""u8),
        [.. FrameWriter.Prefix("""{"v":1,"id":2.50,"method":"data.upload","params":{"name":"\u00e9"},"payload":{"format":"arrow-ipc","bytes":5}}"""u8), 1, 2, 3, 4, 5],
        [.. FrameWriter.Prefix("{}"u8), .. FrameWriter.Prefix("[1,[2]]"u8), .. FrameWriter.Prefix("""{"payload":null,"id":null}"""u8)],
        [.. FrameWriter.Prefix("""{"id":"a","payload":{"bytes":0}}"""u8), .. FrameWriter.Prefix("""{"id":"b","id":"c","method":"x","params":{}}"""u8)],
    ];

    public IReadOnlyList<byte[]> Words { get; } =
    [
        "\"payload\":"u8.ToArray(), "\"bytes\":"u8.ToArray(), "{\"bytes\":"u8.ToArray(), "\"id\":"u8.ToArray(), "\"method\":"u8.ToArray(), "\"params\":"u8.ToArray(),

        "\\ud800"u8.ToArray(), "\\u0069d"u8.ToArray(), [0xff], [0xc0, 0x80], "[[[[[[[["u8.ToArray(), "{\"a\":"u8.ToArray(), [0, 0, 0, 0], [0, 0, 0, 2, (byte)'{', (byte)'}'],
    ];

    public Task<string> RunAsync(byte[] input, CancellationToken cancellation)
    {
        var whole = Read(input, input.Length);
        foreach (var size in (int[])[1, 3, 64])
            if (Read(input, size) != whole) throw new FindingException($"In pieces of {size} bytes it is '{Read(input, size)}', at once '{whole}'.");
        return Task.FromResult(string.Join(' ', whole.Split(' ').Distinct()));
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    // What has come so far is offered again with each piece, as a connection does.
    static string Read(byte[] input, int size)
    {
        var reader = new FrameReader(MostBytes, ProtocolLimits.RequestDepth);
        var said = new List<string>();
        var (start, end) = (0, 0);
        try
        {
            do
            {
                end = Math.Min(input.Length, end + size);
                var unread = new ReadOnlySequence<byte>(input, start, end - start);
                while (reader.TryRead(ref unread, out var frame)) said.Add(Answer(frame));
                start = end - (int)unread.Length;
            }
            while (end < input.Length);
            return string.Join(' ', [.. said, start == end ? "end" : "unfinished"]);
        }
        catch (MalformedFrameException e)
        {
            // How much was there to be shown depends on the pieces.
            return string.Join(' ', [.. said, Reason(e)]);
        }
    }

    static string Reason(MalformedFrameException e) => Outcome.Shape(e.Message.Replace("Malformed frame: ", "", StringComparison.Ordinal));

    static string Answer(Frame frame)
    {
        var request = Request.Read(frame.Header);
        using var answer = JsonDocument.Parse(Envelope.Error(request.Id, new ErrorBody("code", request.Method ?? "none")).AsMemory(sizeof(int)));
        if (!request.Params.IsEmpty) JsonDocument.Parse(request.Params).Dispose();
        var id = answer.RootElement.GetProperty("id").ValueKind;
        return $"{id}{(request.Method is null ? "" : "+method")}{(request.Params.IsEmpty ? "" : "+params")}{(frame.HasPayload ? "+payload" : "")}";
    }
}
