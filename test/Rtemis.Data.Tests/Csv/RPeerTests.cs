using System.Text;
using Rtemis.Data.Tests.RData;

namespace Rtemis.Data.Tests.Csv;

/// <summary>R reads the same files, which are made to be difficult. Skipped without R.</summary>
public sealed class RPeerTests : IDisposable
{
    const int Files = 400;

    readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("rtemis-csv-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task R_and_we_read_the_same_tables()
    {
        var cancel = TestContext.Current.CancellationToken;
        var random = new Random(9);
        var files = Enumerable.Range(0, Files).Select(_ => DifficultFile.Next(random)).ToArray();
        for (var i = 0; i < Files; i++)
        {
            await File.WriteAllTextAsync(At(i, "csv"), files[i].Text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), cancel);
            await File.WriteAllLinesAsync(At(i, "txt"), [$"{files[i].Delimiter}", $"{files[i].DecimalMark}"], cancel);
        }

        await RPeer.Run("read.R", [_folder.FullName]);

        for (var i = 0; i < Files; i++)
        {
            await using var frame = File.OpenRead(At(i, "rds"));
            var theirs = RDataFrame.ToTable(RdsFile.Read(frame, cancellation: cancel));
            var ours = CsvTableReader.Read(At(i, "csv"), new CsvReadOptions { Delimiter = files[i].Delimiter, DecimalMark = files[i].DecimalMark }, cancel);
            AssertSame(theirs, ours, files[i].Text);
        }
    }

    static void AssertSame(Table theirs, Table ours, string text)
    {
        Assert.True(theirs.Columns.Select(c => (c.Name, c.Type)).SequenceEqual(ours.Columns.Select(c => (c.Name, c.Type))),
            $"{CsvText.Told(theirs)}\n{CsvText.Told(ours)}\n{text}");
        foreach (var (their, our) in theirs.Columns.Zip(ours.Columns))
            Assert.True(Cells.Of(their).Zip(Cells.Of(our)).All(pair => AreSame(pair.First, pair.Second)), $"{CsvText.Told(theirs)}\n{CsvText.Told(ours)}\n{text}");
    }

    // R adds up decimal digits in 80 bits, which gives a neighbour of the nearest double now and then.
    static bool AreSame(object? theirs, object? ours) =>
        theirs is double x && ours is double y && double.IsFinite(x) ? Math.Abs(x - y) <= Math.BitIncrement(Math.Abs(x)) - Math.Abs(x) : Equals(theirs, ours);

    string At(int file, string extension) => Path.Combine(_folder.FullName, $"{file:000}.{extension}");
}
