using System.Buffers.Binary;

namespace Rtemis.Data.Tests.RData;

/// <summary>Damaged streams: each ends as an object or as the one kind of error, never with memory that its size does not justify.</summary>
public class RFuzzTests
{
    const int MutationsPerSample = 1500;
    const long Limit = 4 << 20;

    static readonly int[] Words = [0, -1, 1, int.MaxValue, int.MinValue, 0x10000000, 255, 238, 0x2FF, 19, 0x413, 24];

    public static TheoryData<string> Names => [.. RFiles.Names.Where(name => name.EndsWith(".bin", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_stream_cut_at_any_byte_is_refused(string name)
    {
        var bytes = RFiles.Bytes(name);
        for (var length = 0; length < bytes.Length; length++) Assert.False(Try(bytes[..length]), $"cut at {length}");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_mutated_stream_is_an_object_or_refused(string name)
    {
        var bytes = RFiles.Bytes(name);
        var random = new Random(21);
        var refused = 0;
        for (var i = 0; i < MutationsPerSample; i++)
            if (!Try(Mutate(bytes, random))) refused++;
        Assert.InRange(refused, 1, MutationsPerSample);
    }

    [Fact]
    public void Streams_spliced_together_are_objects_or_refused()
    {
        var all = RFiles.Names.Where(name => name.EndsWith(".bin", StringComparison.Ordinal)).Select(RFiles.Bytes).ToArray();
        var random = new Random(22);
        var refused = 0;
        for (var i = 0; i < 10_000; i++)
        {
            var (head, tail) = (all[random.Next(all.Length)], all[random.Next(all.Length)]);
            byte[] spliced = [.. head[..random.Next(head.Length)], .. tail[random.Next(tail.Length)..]];
            if (!Try(spliced)) refused++;
        }
        Assert.InRange(refused, 1, 9_999);
    }

    [Fact]
    public void A_damaged_file_is_an_object_or_refused()
    {
        var bytes = RFiles.Bytes("frame.rds");
        var random = new Random(23);
        for (var length = 0; length < bytes.Length; length++) ReadFile(bytes[..length]);
        for (var i = 0; i < 2_000; i++) ReadFile(Mutate(bytes, random));
        Assert.IsType<RList>(ReadFile(bytes));
    }

    static RObject? ReadFile(byte[] bytes)
    {
        try
        {
            return RdsFile.Read(new MemoryStream(bytes), Limit);
        }
        catch (RDataFormatException)
        {
            return null;
        }
    }

    static byte[] Mutate(byte[] good, Random random)
    {
        var bytes = good.ToArray();
        for (var changes = random.Next(1, 4); changes > 0; changes--)
        {
            var at = random.Next(bytes.Length);
            // Words stand at every fourth byte after the header's text.
            var word = Math.Min(bytes.Length - 4, 23 + (at & ~3));
            switch (random.Next(4))
            {
                case 0:
                    bytes[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 1 when word >= 0:
                    BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(word), Words[random.Next(Words.Length)]);
                    break;
                case 2 when word >= 0:
                    BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(word), Words[random.Next(Words.Length)]);
                    break;
                default:
                    bytes[at] = (byte)random.Next(256);
                    break;
            }
        }
        return bytes;
    }

    // Whether the bytes were read.
    static bool Try(byte[] bytes)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        RObject? value = null;
        try
        {
            value = RSerialization.Read(new MemoryStream(bytes), Limit);
            if (RDataFrame.IsDataFrame(value)) RDataFrame.ToTable(value);
        }
        catch (RDataFormatException)
        {
            // The other allowed outcome.
        }
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 2 * Limit);
        return value is not null;
    }
}
