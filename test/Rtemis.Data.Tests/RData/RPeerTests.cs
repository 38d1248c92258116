namespace Rtemis.Data.Tests.RData;

/// <summary>R reads what is written here, and the other way round. Skipped without R.</summary>
public sealed class RPeerTests : IDisposable
{
    const int Objects = 2000;

    readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("rtemis-rdata-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task R_and_we_read_the_same_objects_from_each_others_streams()
    {
        var random = new RandomObjects(30);
        var objects = Enumerable.Range(0, Objects).Select(_ => random.Next()).ToArray();
        var code = objects.Select(RCode.Of).ToArray();
        var written = objects.Select((value, i) => Serialize(value, i % 2 == 0 ? RFormat.Xdr : RFormat.LittleEndian)).ToArray();
        await File.WriteAllLinesAsync(At("code.txt"), code, TestContext.Current.CancellationToken);
        Put("written.bin", written);

        await RPeer.Run("peer.R", [_folder.FullName]);

        Assert.Equal([], (await File.ReadAllLinesAsync(At("different.txt"), TestContext.Current.CancellationToken)).Select(n => code[int.Parse(n, null) - 1]));
        // All but the version of R that wrote them.
        foreach (var (ours, theirs) in written.Zip(Get("again.bin")))
            Assert.Equal(ours.AsSpan(10), theirs.AsSpan(10));
        Assert.Equal(code, Get("own.bin").Select(bytes => RCode.Of(RSerialization.Read(new MemoryStream(bytes)))));
    }

    [Fact]
    public async Task R_reads_the_files_and_we_read_those_of_R()
    {
        var table = RandomTables.Next(new Random(31), 500);
        await using (var file = File.Create(At("ours.rds"))) RdsFile.Write(RDataFrame.FromTable(table), file, TestContext.Current.CancellationToken);
        var said = await RPeer.Run("frames.R", [_folder.FullName]);
        Assert.Equal("500 7 numeric integer logical factor Date POSIXct POSIXt character", said.Trim());
        await using var theirs = File.OpenRead(At("theirs.rds"));
        var back = RDataFrame.ToTable(RdsFile.Read(theirs, cancellation: TestContext.Current.CancellationToken));
        foreach (var (expected, actual) in table.Columns.Zip(back.Columns)) Assert.Equal(Cells.Of(expected), Cells.Of(actual));
    }

    string At(string name) => Path.Combine(_folder.FullName, name);

    static byte[] Serialize(RObject value, RFormat format)
    {
        using var stream = new MemoryStream();
        RSerialization.Write(value, stream, format);
        return stream.ToArray();
    }

    void Put(string name, byte[][] streams)
    {
        using var writer = new BinaryWriter(File.Create(At(name)));
        foreach (var stream in streams)
        {
            writer.Write(stream.Length);
            writer.Write(stream);
        }
    }

    List<byte[]> Get(string name)
    {
        using var reader = new BinaryReader(File.OpenRead(At(name)));
        var streams = new List<byte[]>();
        while (reader.BaseStream.Position < reader.BaseStream.Length) streams.Add(reader.ReadBytes(reader.ReadInt32()));
        return streams;
    }
}
