using Apache.Arrow;

namespace Rtemis.Data.Tests;

public class PeerReadsTests
{
    [Theory]
    [InlineData(0, false)]
    [InlineData(1, false)]
    [InlineData(50, true)]
    [InlineData(10_000, true)]
    public void The_peer_reads_what_we_write(int rows, bool missing)
    {
        var table = Samples.Table(rows, missing);
        using var batch = Peer.Read(Samples.Bytes(table));
        Assert.Equal(rows, batch.Length);
        Assert.All(batch.Schema.FieldsList, field => Assert.True(field.IsNullable));
        foreach (var column in table.Columns)
        {
            var array = batch.Column(column.Name);
            Assert.Equal(column.MissingCount, array.NullCount);
            var cells = Cells.Of(column);
            for (var row = 0; row < rows; row++) Assert.Equal(cells[row], Cell(array, row));
        }
    }

    [Fact]
    public void The_peer_reads_our_text()
    {
        string?[] values = ["b", null, "", new string('ä', 30_000)];
        using var batch = Peer.Read(Samples.Bytes(new Table([new TextColumn("t", values)], values.Length)));
        var array = (StringArray)batch.Column("t");
        Assert.Equal(values, Enumerable.Range(0, values.Length).Select(i => array.GetString(i)));
    }

    static object? Cell(IArrowArray array, int row) => array switch
    {
        DoubleArray a => a.GetValue(row),
        Int32Array a => a.GetValue(row),
        BooleanArray a => a.GetValue(row),
        Date32Array a => a.GetValue(row),
        TimestampArray a => a.GetValue(row) / 1e6,
        DictionaryArray a => ((Int32Array)a.Indices).GetValue(row) is { } code ? ((StringArray)a.Dictionary).GetString(code) : null,
        _ => throw new InvalidOperationException(),
    };
}
