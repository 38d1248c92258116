using System.Text;

namespace Rtemis.Data.Arrow;

/// <summary>Writes text with 32-bit offsets.</summary>
static class Utf8Writer
{
    // Characters encoded before they go to the sink.
    const int Block = 8192;

    public static ColumnBody Body(ReadOnlyMemory<string?> values, int missing)
    {
        var offsets = new int[values.Length + 1];
        var span = values.Span;
        for (var i = 0; i < span.Length; i++)
            offsets[i + 1] = checked(offsets[i] + (span[i] is { } text ? Encoding.UTF8.GetByteCount(text) : 0));
        var validity = missing > 0
            ? ValueBuffers.Bits(BitView.Pack(values.Length, row => values.Span[row] is not null))
            : BodyBuffer.Empty;
        return new ColumnBody(values.Length, missing,
            [validity, ValueBuffers.Cells<int>(offsets), new BodyBuffer(offsets[^1], sink => WriteTexts(values.Span, sink))]);
    }

    static void WriteTexts(ReadOnlySpan<string?> texts, ISink sink)
    {
        var block = new byte[Encoding.UTF8.GetMaxByteCount(Block)];
        var used = 0;
        foreach (var text in texts)
        {
            if (text is null) continue;
            if (text.Length > Block)
            {
                sink.Write(block.AsSpan(0, used));
                used = 0;
                sink.Write(Encoding.UTF8.GetBytes(text));
                continue;
            }
            if (block.Length - used < Encoding.UTF8.GetMaxByteCount(text.Length))
            {
                sink.Write(block.AsSpan(0, used));
                used = 0;
            }
            used += Encoding.UTF8.GetBytes(text, block.AsSpan(used));
        }
        sink.Write(block.AsSpan(0, used));
    }
}
