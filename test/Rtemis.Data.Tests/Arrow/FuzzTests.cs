using System.Buffers.Binary;
using Apache.Arrow.Ipc;
using Rtemis.Data.Arrow;

namespace Rtemis.Data.Tests;

/// <summary>
/// Damaged streams: each ends as a table whose every cell can be touched, or as the one kind of error; never with memory that its size
/// does not justify.
/// </summary>
public class FuzzTests
{
    const int MutationsPerSample = 5000;
    const long Slack = 1 << 20;

    static readonly int[] Words = [0, -1, 1, int.MaxValue, int.MinValue, 0x10000000, 7, 64];

    // The collation's tables are loaded once a process, with the first letter beyond ASCII: no damaged stream is to be charged for them.
    public FuzzTests() => RootCollation.Instance.Compare("\u00e9", "\u00e8");

    public static TheoryData<string> Names => new("ours", "text", "peer", "batches", "lz4", "zstd", "dictionaries");

    [Theory]
    [MemberData(nameof(Names))]
    public void A_stream_cut_at_any_byte_is_a_table_or_refused(string name)
    {
        var bytes = Sample(name);
        for (var length = 0; length < bytes.Length; length++) Try(bytes.AsSpan(0, length).ToArray());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_mutated_stream_is_a_table_or_refused(string name)
    {
        var bytes = Sample(name);
        var random = new Random(20);
        var refused = 0;
        for (var i = 0; i < MutationsPerSample; i++)
            if (!Try(Mutate(bytes, random))) refused++;
        Assert.InRange(refused, 1, MutationsPerSample - 1);
    }

    static byte[] Sample(string name) => name switch
    {
        "ours" => Samples.Bytes(Samples.Table(37, missing: true)),
        "text" => Samples.Bytes(new Table(
            [new TextColumn("t", Enumerable.Range(0, 40).Select(i => i % 5 == 0 ? null : $"näme {i % 9}").ToArray())], 40)),
        "peer" => Peer.Write([PeerSamples.Everything()]),
        "batches" => Peer.Write([PeerSamples.Everything(), PeerSamples.Everything()]),
        "lz4" => Peer.Write([PeerSamples.Everything()], CompressionCodecType.Lz4Frame),
        "zstd" => Peer.Write([PeerSamples.Everything()], CompressionCodecType.Zstd),
        _ => HandMade.Join(HandMade.Schema("d", TypeId.Utf8, dictionary: (7, 8, false)),
            HandMade.Dictionary(7, false, "b", "a"), HandMade.Batch(3, 1, [5], [1, 9, 0]),
            HandMade.Dictionary(7, true, "c"), HandMade.Batch(2, 0, [], [2, 0]), HandMade.Dictionary(7, false, "x"), HandMade.Batch(1, 0, [], [0])),
    };

    static byte[] Mutate(byte[] good, Random random)
    {
        var bytes = good.ToArray();
        for (var changes = random.Next(1, 4); changes > 0; changes--)
        {
            var at = random.Next(bytes.Length);
            switch (random.Next(6))
            {
                case 0:
                    bytes[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 1:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 2 when (at & ~3) + 4 <= bytes.Length:
                    BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(at & ~3), Words[random.Next(Words.Length)]);
                    break;
                case 3 when (at & ~7) + 8 <= bytes.Length:
                    var word = random.Next(2) == 0 ? Words[random.Next(Words.Length)] : random.NextInt64();
                    BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(at & ~7), word);
                    break;
                case 4 when random.Next(4) == 0:
                    bytes = bytes[..Math.Max(1, at)];
                    break;
                case 5 when random.Next(4) == 0:
                    var chunk = bytes.AsSpan(at, Math.Min(bytes.Length - at, random.Next(1, 200))).ToArray();
                    bytes = [.. bytes[..at], .. chunk, .. bytes[at..]];
                    break;
                default:
                    bytes[at]++;
                    break;
            }
        }
        return bytes;
    }

    // Whether the bytes were read.
    static bool Try(byte[] bytes)
    {
        var limit = 64L * bytes.Length + Slack;
        var before = GC.GetAllocatedBytesForCurrentThread();
        Table? table = null;
        try
        {
            table = ArrowStreamReader.Read(bytes, memoryLimit: limit);
        }
        catch (ArrowFormatException)
        {
            // The other allowed outcome.
        }
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, limit + Slack);
        if (table is null) return false;
        foreach (var column in table.Columns)
        {
            Assert.Equal(table.Rows, column.Length);
            Assert.Equal(column.MissingCount, Cells.Of(column).Count(cell => cell is null));
        }
        return true;
    }
}
