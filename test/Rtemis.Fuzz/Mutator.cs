using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace Rtemis.Fuzz;

/// <summary>Changes inputs at random; the same way each time for the same seed.</summary>
public sealed class Mutator(Random random, IReadOnlyList<byte[]> words)
{
    const int MostChanges = 5;
    const int LongestInput = 64 << 10;
    static readonly long[] Numbers =
    [
        0, 1, -1, 2, 7, 8, 64, 127, 128, 255, 256, 65535, 65536, int.MaxValue, int.MinValue, uint.MaxValue, 0x10000000, long.MaxValue, long.MinValue,
    ];

    static readonly string[] Texts =
    [
        "-0", "1e308", "1e999", "-1e999", "0.1", "1e-400", "9007199254740993", "null", "true", "\"\"", "[]", "{}", "[[[]]]", "\"\\u0000\"", "\"\\ud83d\\ude00\"",
    ];

    /// <summary>A changed copy of one input, into which parts of another may have come.</summary>
    public byte[] Mutate(byte[] input, byte[] other)
    {
        var bytes = input.ToList();
        for (var changes = random.Next(1, MostChanges + 1); changes > 0; changes--) Change(bytes, other);
        if (bytes.Count > LongestInput) bytes.RemoveRange(LongestInput, bytes.Count - LongestInput);
        return [.. bytes];
    }

    void Change(List<byte> bytes, byte[] other)
    {
        var at = random.Next(bytes.Count + 1);
        switch (random.Next(11))
        {
            case 0 when at < bytes.Count:
                bytes[at] ^= (byte)(1 << random.Next(8));
                break;
            case 1 when at < bytes.Count:
                bytes[at] = (byte)random.Next(256);
                break;
            case 2:
                SetNumber(bytes, at);
                break;
            case 3 when random.Next(3) == 0:
                bytes.RemoveRange(at, bytes.Count - at);
                break;
            case 4:
                bytes.RemoveRange(at, random.Next(Math.Min(bytes.Count - at, 32) + 1));
                break;
            case 5:
                bytes.InsertRange(at, Part(other));
                break;
            case 6:
                bytes.InsertRange(at, Part([.. bytes]));
                break;
            case 7 when words.Count > 0:
                bytes.InsertRange(at, words[random.Next(words.Count)]);
                break;
            case 8 when words.Count > 0:
                Replace(bytes, at, words[random.Next(words.Count)]);
                break;
            case 9:
                Replace(bytes, at, Encoding.ASCII.GetBytes(Texts[random.Next(Texts.Length)]));
                break;
            default:
                ReplaceDigits(bytes, at);
                break;
        }
    }

    // As length fields are written, in either order of bytes.
    void SetNumber(List<byte> bytes, int at)
    {
        var number = random.Next(3) == 0 ? random.NextInt64() : Numbers[random.Next(Numbers.Length)] + random.Next(-1, 2);
        var field = new byte[8];
        if (random.Next(2) == 0) BinaryPrimitives.WriteInt64LittleEndian(field, number);
        else BinaryPrimitives.WriteInt64BigEndian(field, number);
        var width = 1 << random.Next(4);
        var from = BitConverter.IsLittleEndian ? 0 : 8 - width;
        at -= at % width;
        for (var i = 0; i < width && at + i < bytes.Count; i++) bytes[at + i] = field[from + i];
    }

    // A number in a text becomes another, wherever the next one is.
    void ReplaceDigits(List<byte> bytes, int at)
    {
        var start = bytes.FindIndex(at, b => b is >= (byte)'0' and <= (byte)'9');
        if (start < 0) return;
        var end = start;
        while (end < bytes.Count && bytes[end] is >= (byte)'0' and <= (byte)'9') end++;
        bytes.RemoveRange(start, end - start);
        bytes.InsertRange(start, Encoding.ASCII.GetBytes(Numbers[random.Next(Numbers.Length)].ToString(CultureInfo.InvariantCulture)));
    }

    static void Replace(List<byte> bytes, int at, byte[] part)
    {
        bytes.RemoveRange(at, Math.Min(part.Length, bytes.Count - at));
        bytes.InsertRange(at, part);
    }

    byte[] Part(byte[] whole)
    {
        var from = random.Next(whole.Length + 1);
        return whole[from..(from + random.Next(Math.Min(whole.Length - from, 256) + 1))];
    }
}
