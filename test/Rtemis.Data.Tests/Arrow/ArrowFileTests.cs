namespace Rtemis.Data.Tests;

public sealed class ArrowFileTests : IDisposable
{
    readonly string _path = Path.GetTempFileName();

    public void Dispose() => File.Delete(_path);

    [Fact]
    public void A_file_is_read_as_views_that_end_with_it()
    {
        var table = Samples.Table(1000, missing: true);
        File.WriteAllBytes(_path, Samples.Bytes(table));
        Column values;
        using (var file = ArrowFile.Open(_path))
        {
            foreach (var (was, now) in table.Columns.Zip(file.Table.Columns)) Assert.Equal(Cells.Of(was), Cells.Of(now));
            values = file.Table.Find("double")!;
        }
        Assert.Throws<ObjectDisposedException>(() => ((DoubleColumn)values).Values.Span[0]);
    }

    [Fact]
    public void An_empty_file_is_refused() => Assert.Throws<ArrowFormatException>(() => ArrowFile.Open(_path));

    [Fact]
    public void A_damaged_file_is_refused_and_let_go()
    {
        File.WriteAllBytes(_path, [1, 2, 3]);
        Assert.Throws<ArrowFormatException>(() => ArrowFile.Open(_path));
        File.WriteAllBytes(_path, [1]);
    }

    [Fact]
    public void A_file_that_is_not_there_is_reported_as_such() =>
        Assert.Throws<FileNotFoundException>(() => ArrowFile.Open(_path + ".none"));
}
