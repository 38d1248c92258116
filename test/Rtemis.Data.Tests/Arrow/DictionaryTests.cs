using Rtemis.Data.Arrow;
using static Rtemis.Data.Tests.HandMade;

namespace Rtemis.Data.Tests;

public class DictionaryTests
{
    static byte[] Schema(int bits = 32, bool signed = true) => HandMade.Schema("d", TypeId.Utf8, dictionary: (7, bits, signed));

    [Fact]
    public void A_delta_adds_positions_behind_those_there_are()
    {
        var factor = Read(Schema(), Dictionary(7, false, "b", "a"), Batch(2, 0, [], Bytes(1, 0)),
            Dictionary(7, true, "c"), Batch(2, 0, [], Bytes(2, 0)));
        Assert.Equal(["b", "a", "c"], factor.Levels);
        Assert.Equal(["a", "b", "c", "b"], Cells.Of(factor));
    }

    [Fact]
    public void A_replacement_changes_what_later_positions_mean()
    {
        var factor = Read(Schema(), Dictionary(7, false, "b", "a"), Batch(2, 0, [], Bytes(1, 0)),
            Dictionary(7, false, "x", "a"), Batch(2, 0, [], Bytes(1, 0)));
        Assert.Equal(["b", "a", "x"], factor.Levels);
        Assert.Equal(["a", "b", "a", "x"], Cells.Of(factor));
    }

    [Fact]
    public void Equal_values_are_one_level()
    {
        var factor = Read(Schema(), Dictionary(7, false, "b", "a", "b"), Batch(3, 0, [], Bytes(0, 1, 2)));
        Assert.Equal(["b", "a"], factor.Levels);
        Assert.Equal([0, 1, 0], factor.Codes.ToArray());
    }

    [Fact]
    public void Rows_may_be_missing_before_a_dictionary_arrives()
    {
        var factor = Read(Schema(), Batch(2, 2, [0], Bytes(5, 5)), Dictionary(7, false, "a"), Batch(1, 0, [], Bytes(0)));
        Assert.Equal([null, null, "a"], Cells.Of(factor));
    }

    [Theory]
    [InlineData(8, true)]
    [InlineData(8, false)]
    [InlineData(16, true)]
    [InlineData(16, false)]
    [InlineData(32, true)]
    [InlineData(32, false)]
    [InlineData(64, true)]
    [InlineData(64, false)]
    public void Positions_of_every_width_are_read(int bits, bool signed)
    {
        byte[] Positions(ulong a, ulong b) => [.. Bytes(a)[..(bits / 8)], .. Bytes(b)[..(bits / 8)]];
        var factor = Read(Schema(bits, signed), Dictionary(7, false, "a", "b"), Batch(2, 0, [], Positions(1, 0)));
        Assert.Equal(["b", "a"], Cells.Of(factor));
        foreach (var outside in new ulong[] { 2, ulong.MaxValue })
            Assert.Throws<ArrowFormatException>(() =>
                Read(Schema(bits, signed), Dictionary(7, false, "a", "b"), Batch(2, 0, [], Positions(0, outside))));
    }

    static FactorColumn Read(params byte[][] messages) => (FactorColumn)ArrowStreamReader.Read(Join(messages)).Columns[0];
}
