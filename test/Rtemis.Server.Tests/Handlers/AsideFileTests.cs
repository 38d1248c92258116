using Rtemis.Server.Handlers;

namespace Rtemis.Server.Tests.Handlers;

/// <summary>Under a file's name there is always a whole file.</summary>
public sealed class AsideFileTests : IDisposable
{
    readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("rtemis-aside-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void AFileIsReplacedWhenTheNewOneIsWhole()
    {
        var path = Path.Combine(_folder.FullName, "x.rds");
        File.WriteAllText(path, "old");
        Assert.Equal(3, AsideFile.Write(path, stream =>
        {
            stream.Write("new"u8);
            Assert.Equal("old", File.ReadAllText(path));
        }));
        Assert.Equal("new", File.ReadAllText(path));
        Assert.Single(_folder.GetFiles());
    }

    [Fact]
    public void WhatFailsLeavesTheOldFileAndNothingBesideIt()
    {
        var path = Path.Combine(_folder.FullName, "x.rds");
        File.WriteAllText(path, "old");
        Assert.Throws<OperationCanceledException>(() => AsideFile.Write(path, stream =>
        {
            stream.Write("half"u8);
            throw new OperationCanceledException();
        }));
        Assert.Equal("old", File.ReadAllText(path));
        Assert.Single(_folder.GetFiles());
    }

    [Fact]
    public void AFolderOfThatNameStays()
    {
        var path = Path.Combine(_folder.FullName, "x.rds");
        Directory.CreateDirectory(path);
        Assert.ThrowsAny<Exception>(() => AsideFile.Write(path, stream => stream.Write("new"u8)));
        Assert.Equal([path], Directory.GetFileSystemEntries(_folder.FullName));
    }
}
