using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace Rtemis.Data.RData;

/// <summary>Writes one text, as ASCII or UTF-8 and marked so.</summary>
static class TextEncoder
{
    const int ShortText = 256;

    public static void Write(string? text, ByteSink sink)
    {
        if (text is null)
        {
            sink.WriteInt(ItemFlags.Of(StringFlags.None).Word);
            sink.WriteInt(-1);
            return;
        }
        if (text.Contains('\0', StringComparison.Ordinal)) text = text.Replace('\0', '\uFFFD');
        var most = Encoding.UTF8.GetMaxByteCount(text.Length);
        var rented = most > ShortText ? ArrayPool<byte>.Shared.Rent(most) : null;
        var bytes = rented ?? stackalloc byte[ShortText];
        Utf8.FromUtf16(text, bytes, out _, out var length);
        sink.WriteInt(ItemFlags.Of(Ascii.IsValid(bytes[..length]) ? StringFlags.Ascii : StringFlags.Utf8).Word);
        sink.WriteInt(length);
        sink.WriteBytes(bytes[..length]);
        if (rented is not null) ArrayPool<byte>.Shared.Return(rented);
    }
}
