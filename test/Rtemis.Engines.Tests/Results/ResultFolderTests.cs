using System.Text.Json.Nodes;
using Rtemis.Data;

namespace Rtemis.Engines.Tests.Results;

public sealed class ResultFolderTests : IDisposable
{
    readonly string _root = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());

    string Folder => Path.Combine(_root, "job-1");

    static ResultBundle Bundle => new(
        new Dictionary<string, JsonNode> { ["summary"] = new JsonObject { ["a"] = "é<", ["n"] = JsonCells.List(new[] { 1, double.NaN, 0.1 }) } },
        new Dictionary<string, ResultTable>
        {
            ["numbers"] = new(new Table([new DoubleColumn("x", new[] { 1.5, 2 })], 2), new JsonObject { ["colors"] = "none" }),
            ["nothing"] = new(new Table([], 0)),
        });

    [Fact]
    public void WhatIsWrittenIsRead()
    {
        ResultFolder.Write(Folder, Bundle);
        var folder = ResultFolder.Open(Folder);
        Assert.Equal("{\"a\":\"é<\",\"n\":[1,null,0.1]}", File.ReadAllText(folder.DocumentPath("summary")!));
        var pointer = folder.Table("numbers")!;
        Assert.Equal((2, "x", "none"), (pointer.Rows, Assert.Single(pointer.Columns), pointer.Extra!["colors"]!.GetValue<string>()));
        var column = Assert.IsType<DoubleColumn>(Assert.Single(ArrowStreamReader.Read(File.ReadAllBytes(pointer.Path!)).Columns));
        Assert.Equal([1.5, 2], column.Values.ToArray());
    }

    [Fact]
    public void NothingToShowHasNoFile()
    {
        ResultFolder.Write(Folder, Bundle);
        var pointer = ResultFolder.Open(Folder).Table("nothing")!;
        Assert.Null(pointer.Path);
        Assert.Null(pointer.Extra);
        Assert.Equal(0, pointer.Rows);
        Assert.Empty(pointer.Columns);
    }

    [Fact]
    public void WhatAnEarlierAttemptLeftIsRemoved()
    {
        Directory.CreateDirectory(Folder + ".part");
        File.WriteAllText(Path.Combine(Folder + ".part", "stale.json"), "{}");
        ResultFolder.Write(Folder, Bundle);
        Assert.Null(ResultFolder.Open(Folder).DocumentPath("stale"));
        Assert.False(Directory.Exists(Folder + ".part"));
    }

    [Theory]
    [InlineData("slices")]
    [InlineData("../job-1/summary")]
    [InlineData("")]
    [InlineData("unknown")]
    public void OtherNamesAreNoDocuments(string slice)
    {
        ResultFolder.Write(Folder, Bundle);
        Assert.Null(ResultFolder.Open(Folder).DocumentPath(slice));
        Assert.Null(ResultFolder.Open(Folder).Table(slice));
    }

    [Fact]
    public void AFolderThatIsNotThereCantBeOpened() => Assert.ThrowsAny<IOException>(() => ResultFolder.Open(Folder));

    public void Dispose()
    {
        if (Directory.Exists(_root)) Directory.Delete(_root, recursive: true);
    }
}
