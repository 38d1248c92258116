using System.Text;

namespace Rtemis.Data.Tests.Csv;

/// <summary>Where a file comes from and how it is encoded makes no difference.</summary>
public sealed class SourceTests : IDisposable
{
    const string Text = "näme,b\né€😀,1\n\"x\ny\",2\n";
    const string Expected = "näme:Text[é€😀|x\ny] b:Integer[1|2]";

    readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("rtemis-csv-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public void A_byte_order_mark_tells_the_encoding(string encoding)
    {
        var known = Encoding.GetEncoding(encoding);
        Assert.NotEmpty(known.GetPreamble());
        Assert.Equal(Expected, CsvText.Told(CsvText.Read([.. known.GetPreamble(), .. known.GetBytes(Text)])));
    }

    [Fact]
    public void A_file_is_read_by_its_path()
    {
        var path = Path.Combine(_folder.FullName, "a.csv");
        File.WriteAllText(path, Text);
        Assert.Equal(Expected, CsvText.Told(CsvTableReader.Read(path, cancellation: TestContext.Current.CancellationToken)));
        Assert.Throws<FileNotFoundException>(() => CsvTableReader.Read(path + "x", cancellation: TestContext.Current.CancellationToken));
    }

    [Fact]
    public void A_stream_that_cannot_seek_is_read_and_stays_open()
    {
        using var pipe = new ForwardOnlyStream(Encoding.UTF8.GetBytes(Text), most: 3);
        Assert.Equal(Expected, CsvText.Told(CsvTableReader.Read(pipe, cancellation: TestContext.Current.CancellationToken)));
        Assert.True(pipe.CanRead);
    }

    [Fact]
    public void A_stream_is_read_from_where_it_stands_and_stays_open()
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes($"before\n{Text}")) { Position = 7 };
        Assert.Equal(Expected, CsvText.Told(CsvTableReader.Read(stream, cancellation: TestContext.Current.CancellationToken)));
        Assert.True(stream.CanRead);
    }

    [Fact]
    public void Reading_ends_when_it_is_cancelled()
    {
        using var cancel = new CancellationTokenSource();
        using var stream = new CancellingStream(Encoding.UTF8.GetBytes("a,b\n" + string.Concat(Enumerable.Repeat("1,2\n", 100_000))), cancel);
        Assert.Throws<OperationCanceledException>(() => CsvTableReader.Read(stream, cancellation: cancel.Token));
        Assert.True(stream.Position < stream.Length);
    }

    // Cancels while it is read for the second time.
    sealed class CancellingStream(byte[] bytes, CancellationTokenSource cancel) : MemoryStream(bytes)
    {
        bool _wasAtEnd;

        public override int Read(byte[] buffer, int offset, int count)
        {
            if (_wasAtEnd) cancel.Cancel();
            var read = base.Read(buffer, offset, Math.Min(count, 1000));
            _wasAtEnd |= read == 0;
            return read;
        }
    }
}
