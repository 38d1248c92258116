using Rtemis.Data.Arrow;
using static Rtemis.Data.Tests.HandMade;

namespace Rtemis.Data.Tests;

public class EdgeTests
{
    static byte[] Int64Schema => Schema("n", TypeId.Int, b => { b.AddInt32(0, 64); b.AddBool(1, true); });

    static byte[] Int32Schema => Schema("n", TypeId.Int, b => { b.AddInt32(0, 32); b.AddBool(1, true); });

    [Fact]
    public void A_stream_without_batches_has_no_rows() => Assert.Equal(0, Read(Int32Schema).Rows);

    [Fact]
    public void Batches_without_rows_add_none() =>
        Assert.Equal([1, 2], Cells.Of(Read(Int32Schema, Batch(0, 0, [], []), Batch(2, 0, [], Bytes(1, 2)), Batch(0, 0, [], [])), "n"));

    [Fact]
    public void Messages_of_the_old_framing_are_read() =>
        Assert.Equal([1, 2], Cells.Of(ArrowStreamReader.Read(Legacy(Int32Schema, Batch(2, 0, [], Bytes(1, 2)))), "n"));

    [Fact]
    public void Wide_whole_numbers_become_integers_when_all_batches_fit()
    {
        Assert.Equal([1, 2], Cells.Of(Read(Int64Schema, Batch(1, 0, [], Bytes(1L)), Batch(1, 0, [], Bytes(2L))), "n"));
        Assert.Equal([1.0, 2147483648.0], Cells.Of(Read(Int64Schema, Batch(1, 0, [], Bytes(1L)), Batch(1, 0, [], Bytes(2147483648L))), "n"));
        // R reads the least 32-bit number as missing.
        Assert.Equal([-2147483648.0], Cells.Of(Read(Int64Schema, Batch(1, 0, [], Bytes(-2147483648L))), "n"));
        // What stands under a missing cell is nobody's value.
        Assert.Equal([1, null], Cells.Of(Read(Int64Schema, Batch(2, 1, [1], Bytes(1L, long.MaxValue))), "n"));
    }

    [Fact]
    public void The_bits_decide_what_is_missing_whatever_the_node_claims() =>
        Assert.Equal([1, null, 3], Cells.Of(Read(Int32Schema, Batch(3, 0, [0b101], Bytes(1, 2, 3))), "n"));

    [Fact]
    public void Large_text_is_read() =>
        Assert.Equal(["b", "", "b"], Cells.Of(Read(Schema("t", TypeId.LargeUtf8), Batch(3, 0, [], Bytes(0L, 1, 1, 2), "bb"u8.ToArray())), "t"));

    [Fact]
    public void Nanoseconds_are_cut_to_microseconds_before_and_after_1970() =>
        Assert.Equal([1e-6, -2e-6], Cells.Of(Read(Schema("t", TypeId.Timestamp, b => b.AddInt16(0, 3)), Batch(2, 0, [], Bytes(1999L, -1001L))), "t"));

    [Fact]
    public void A_column_of_nothing_is_missing_throughout() =>
        Assert.Equal([null, null], Cells.Of(Read(Schema("x", TypeId.Null), Batch(2, 2)), "x"));

    [Theory]
    [MemberData(nameof(Refused))]
    public void Damage_is_refused_with_its_reason(string reason, byte[] stream)
    {
        var error = Assert.Throws<ArrowFormatException>(() => ArrowStreamReader.Read(stream));
        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
    }

    public static TheoryData<string, byte[]> Refused => new()
    {
        { "empty", [] },
        { "Arrow file", "ARROW1\0\0"u8.ToArray() },
        { "inside the length", [0xFF, 0xFF, 0xFF] },
        { "of metadata", [0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x7F] },
        { "does not start with a schema", Batch(0, 0) },
        { "big-endian", Schema("n", TypeId.Bool, endianness: 1) },
        { "Column 'n': its type, Struct,", Schema("n", TypeId.Struct) },
        { "Column 'n': its type, Duration,", Schema("n", TypeId.Duration) },
        { "Column 'n': its type, number 99,", Schema("n", (TypeId)99) },
        { "its dictionary holds bool", Schema("n", TypeId.Bool, dictionary: (1, 32, true)) },
        { "whole numbers of 24 bits", Schema("n", TypeId.Int, b => b.AddInt32(0, 24)) },
        { "decimal256", Schema("n", TypeId.Decimal, b => b.AddInt32(2, 256)) },
        { "kind 1", Join(Int32Schema, Int32Schema) },
        { "claims -1 rows", Join(Int32Schema, Batch(-1, 0, [], [])) },
        { "its rows need 8", Join(Int32Schema, Batch(2, 0, [], Bytes(1))) },
        { "its rows need 2", Join(Int32Schema, Batch(9, 1, [0], Bytes(new int[9]))) },
        { "claims 3 missing cells of 2", Join(Int32Schema, Batch(2, 3, [0], Bytes(1, 2))) },
        { "does not say which", Join(Int32Schema, Batch(2, 1, [], Bytes(1, 2))) },
        { "too few for its columns", Join(Int32Schema, Batch(2, 0, [])) },
        { "text offset 2 is 1, after 2", Join(Schema("t", TypeId.Utf8), Batch(3, 0, [], Bytes(0, 2, 1, 3), "abc"u8.ToArray())) },
        { "text ends at offset -3", Join(Schema("t", TypeId.Utf8), Batch(1, 0, [], Bytes(0, -3), [])) },
        { "not valid UTF-8", Join(Schema("t", TypeId.Utf8), Batch(1, 0, [], Bytes(0, 2), [0xC3, 0x28])) },
        { "position 1 of a dictionary of 1",
            Join(Schema("d", TypeId.Utf8, dictionary: (1, 32, true)), Dictionary(1, false, "a"), Batch(1, 0, [], Bytes(1))) },
        { "which no column uses", Join(Int32Schema, Dictionary(1, false, "a")) },
        { "bytes of memory", Join(Schema("x", TypeId.Null), Batch(2_000_000_000, 0)) },
        { "bytes of memory", Join(Schema("x", TypeId.Null), Batch(100_000_000, 0), Batch(100_000_000, 0)) },
        { "bytes of memory", Schema(new string('x', 5000), TypeId.Null, copies: 10_000) },
        { "claims 1099511627776 rows", Join(Schema("x", TypeId.Null), Batch(1L << 40, 0)) },
        { "beyond what 32 bits", Join(Schema("d", TypeId.Date, b => b.AddInt16(0, 1)), Batch(1, 0, [], Bytes(long.MaxValue))) },
    };

    static Table Read(params byte[][] messages) => ArrowStreamReader.Read(Join(messages));
}
