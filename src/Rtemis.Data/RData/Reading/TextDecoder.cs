using System.Text;

namespace Rtemis.Data.RData;

/// <summary>Reads one text in the encoding that it names, or in the stream's.</summary>
sealed class TextDecoder(ByteSource source, MemoryBudget budget, Encoding native)
{
    static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The text whose flags come next; null where it is missing.</summary>
    public string? Read()
    {
        var flags = new ItemFlags(source.ReadInt());
        if (flags.Type != ItemType.String) throw new RDataFormatException($"A text was expected, not an item of type {TypeNames.Of(flags.Type)}.");
        var length = source.ReadInt();
        if (length == -1) return null;
        source.Require(length, 1);
        budget.Charge(sizeof(char) * (long)length);
        return Decode(source.TakeAny(length), flags.String);
    }

    string Decode(ReadOnlySpan<byte> bytes, StringFlags flags)
    {
        if (bytes.Contains((byte)0)) throw new RDataFormatException("A text has a NUL within it.");
        if (flags.HasFlag(StringFlags.Bytes)) throw new RDataFormatException("A text is marked as bytes without an encoding, which is not read.");
        var encoding = flags.HasFlag(StringFlags.Latin1) ? Encoding.Latin1
            : (flags & (StringFlags.Utf8 | StringFlags.Ascii)) != 0 ? Utf8 : native;
        try
        {
            return encoding.GetString(bytes);
        }
        catch (DecoderFallbackException wrong)
        {
            throw new RDataFormatException($"A text is not valid {encoding.WebName}.", wrong);
        }
    }
}
