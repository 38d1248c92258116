using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Rtemis.Data.Tests;

/// <summary>The package that browsers use, as the other side. To run these: <c>npm ci --omit=optional</c> in the folder <c>node</c>.</summary>
public class NodeTests
{
    [Fact]
    public async Task Numbers_from_the_browser_package_are_read()
    {
        var table = ArrowStreamReader.Read(await Node("write.mjs numbers", []));
        Assert.Equal([1.5, null, -3.0, 1e300], Cells.Of(table, "f64"));
        Assert.Equal([0.5, 2.0, null, 4.0], Cells.Of(table, "f32"));
        Assert.Equal([1, -2, null, 4], Cells.Of(table, "i8"));
        Assert.Equal([1, 2, 65535, null], Cells.Of(table, "u16"));
        Assert.Equal([1, null, 3, -4], Cells.Of(table, "i32"));
        Assert.Equal([1, 2, null, 4], Cells.Of(table, "i64"));
        Assert.Equal([1.0, 2.0, null, 5e9], Cells.Of(table, "big"));
    }

    [Fact]
    public async Task Texts_from_the_browser_package_are_read()
    {
        var table = ArrowStreamReader.Read(await Node("write.mjs texts", []));
        Assert.Equal(["b", null, "", "ä€𝄞"], Cells.Of(table, "text"));
        Assert.Equal(["y", "x", null, "y"], Cells.Of(table, "dict"));
        Assert.Equal(["y", "x"], ((FactorColumn)table.Find("dict")!).Levels);
        Assert.Equal([true, null, false, true], Cells.Of(table, "flag"));
    }

    [Fact]
    public async Task Times_from_the_browser_package_are_read()
    {
        var table = ArrowStreamReader.Read(await Node("write.mjs times", []));
        Assert.Equal([1, null, 18321], Cells.Of(table, "day"));
        Assert.Equal([1, null, 18321], Cells.Of(table, "ms"));
        Assert.Equal([1.5, null, -0.25], Cells.Of(table, "stamp"));
        Assert.Equal("UTC", ((DateTimeColumn)table.Find("stamp")!).TimeZone);
    }

    [Fact]
    public async Task Batches_from_the_browser_package_are_joined()
    {
        var table = ArrowStreamReader.Read(await Node("write.mjs batches", []));
        Assert.Equal([1.0, 2.0, 3.0, 4.0, null], Cells.Of(table, "n"));
        Assert.Equal(["b", "a", null, "c", "a"], Cells.Of(table, "s"));
    }

    [Fact]
    public async Task The_browser_package_reads_what_we_write()
    {
        var table = Samples.Table(20, missing: true).WithColumns(
        [
            .. Samples.Table(20, missing: true).Columns,
            new TextColumn("text", Enumerable.Range(0, 20).Select(i => i % 4 == 0 ? null : $"t{i}").ToArray()),
        ]);
        using var read = JsonDocument.Parse(await Node("read.mjs", Samples.Bytes(table)));
        var columns = read.RootElement.EnumerateArray().ToArray();
        Assert.Equal(["Float64", "Int32", "Bool", "Dictionary<Int32, Utf8>", "Date32<DAY>", "Timestamp<MICROSECOND, Europe/Berlin>", "Utf8"],
            columns.Select(c => c.GetProperty("type").GetString()));
        foreach (var (column, theirs) in table.Columns.Zip(columns))
        {
            Assert.Equal(column.Name, theirs.GetProperty("name").GetString());
            Assert.Equal(column.MissingCount, theirs.GetProperty("nulls").GetInt32());
            Assert.Equal(Cells.Of(column).Select(cell => Shown(column, cell)),
                theirs.GetProperty("values").EnumerateArray().Select(v => v.GetRawText()));
        }
    }

    // Dates and times are shown as milliseconds there.
    static string Shown(Column column, object? cell) => JsonSerializer.Serialize((column, cell) switch
    {
        (_, null) => null,
        (DateColumn, int days) => days * 86_400_000L,
        (DateTimeColumn, double seconds) => seconds * 1000,
        _ => cell,
    }, JsonSerializerOptions.Default).Replace("\\u00F6", "ö", StringComparison.Ordinal);

    static async Task<byte[]> Node(string arguments, byte[] input, [CallerFilePath] string here = "")
    {
        var folder = Path.Combine(Path.GetDirectoryName(here)!, "..", "node");
        if (!Directory.Exists(Path.Combine(folder, "node_modules", "apache-arrow")))
            Assert.Skip("The npm package apache-arrow is not installed: run `npm ci --omit=optional` in test/Rtemis.Data.Tests/node.");
        if (!OnPath("node") && !OnPath("node.exe")) Assert.Skip("Node.js is not on the PATH.");

        using var process = Process.Start(new ProcessStartInfo("node", arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        var cancel = TestContext.Current.CancellationToken;
        using var output = new MemoryStream();
        var reading = process.StandardOutput.BaseStream.CopyToAsync(output, cancel);
        await process.StandardInput.BaseStream.WriteAsync(input, cancel);
        process.StandardInput.Close();
        await reading;
        await process.WaitForExitAsync(cancel);
        Assert.Equal(0, process.ExitCode);
        return output.ToArray();
    }

    static bool OnPath(string file) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, file)));
}
