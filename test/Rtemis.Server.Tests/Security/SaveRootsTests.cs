using Rtemis.Protocol;
using Rtemis.Server.Options;
using Rtemis.Server.Security;
using Rtemis.Server.State;

namespace Rtemis.Server.Tests.Security;

/// <summary>Where files may go, in real folders with real links.</summary>
public sealed class SaveRootsTests : IDisposable
{
    readonly DirectoryInfo _base = Directory.CreateTempSubdirectory("rtemis-roots-");
    readonly StateFolder _state;

    public SaveRootsTests()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need a privilege there.");
        _state = new StateFolder(new ServerOptions { StateDir = At("root/state") });
        foreach (var folder in (string[])["root/inside", "outside/secret", "rooted", "second"]) Directory.CreateDirectory(At(folder));
        File.WriteAllText(At("root/file"), "");
        Link("root/out", At("outside"));
        Link("root/up", "../outside");
        Link("root/in", "inside");
        Link("root/chain", "out/secret");
        Link("root/back", At("root/out/../root/inside"));
        Link("root/dangling", At("outside/not-there"));
        Link("root/later", "inside/not-there");
        Link("root/circle", "circle");
        Link("root/own", "state/jobs");
        Link("alias", "root");
    }

    public void Dispose()
    {
        _state.Dispose();
        _base.Delete(recursive: true);
    }

    [Theory]
    [InlineData("root", "root")]
    [InlineData("root/inside", "root/inside")]
    [InlineData("root/new/deep/er", "root/new/deep/er")]
    [InlineData("root/inside/../new", "root/new")]
    [InlineData("root/in", "root/inside")]
    [InlineData("root/in/new", "root/inside/new")]
    [InlineData("root/later/x", "root/inside/not-there/x")]
    [InlineData("root/back", "root/inside")]
    [InlineData("alias/inside", "root/inside")]
    [InlineData("second", "second")]
    [InlineData("outside/../root/inside/", "root/inside")]
    public void AFolderBelowARootIsMadeAndGivenAsItReallyIs(string dir, string real)
    {
        Assert.Equal(RealPath.Of(At(real)), Roots().Open(At(dir)));
        Assert.True(Directory.Exists(At(real)));
    }

    [Theory]
    [InlineData("outside")]
    [InlineData("")]
    [InlineData("rooted")]
    [InlineData("root/..")]
    [InlineData("root/../outside/new")]
    [InlineData("root/inside/../../outside/new")]
    [InlineData("root/out")]
    [InlineData("root/out/new")]
    [InlineData("root/up/new")]
    [InlineData("root/chain")]
    [InlineData("root/dangling")]
    [InlineData("root/dangling/new")]
    [InlineData("root/state")]
    [InlineData("root/state/jobs/job-1")]
    [InlineData("root/own/job-1")]
    [InlineData("alias/out/new")]
    public void AFolderThatIsReallyElsewhereIsRefusedAndNothingIsMade(string dir)
    {
        var before = Everything();
        var refused = Assert.Throws<ProtocolException>(() => Roots().Open(At(dir)));
        Assert.Equal(ErrorCodes.InvalidParams, refused.Code);
        Assert.StartsWith("`dir` is not among the folders that the server may save to", refused.Message, StringComparison.Ordinal);
        Assert.Equal(before, Everything());
    }

    [Theory]
    [InlineData("root/file", "`dir` leads through a file, not a folder")]
    [InlineData("root/file/new", "`dir` leads through a file, not a folder")]
    [InlineData("root/circle/new", "`dir` has links that lead in circles")]
    [InlineData("root/a\nb", "`dir` has control characters")]
    [InlineData("root/a\0b", "`dir` has control characters")]
    public void APathThatIsNoFolderIsRefused(string dir, string message)
    {
        var refused = Assert.Throws<ProtocolException>(() => Roots().Open(At(dir)));
        Assert.Equal(ErrorCodes.InvalidParams, refused.Code);
        Assert.StartsWith(message, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ANameThatIsTooLongForAFolderIsRefused()
    {
        var refused = Assert.Throws<ProtocolException>(() => Roots().Open(At("root/" + new string('x', 300))));
        Assert.StartsWith("`dir` is too long", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void WithoutRootsEverythingIsRefused() =>
        Assert.Contains("--save-root none", Assert.Throws<ProtocolException>(() => Roots([]).Open(At("root"))).Message, StringComparison.Ordinal);

    [Fact]
    public void WithNothingSetHomeAndTheWorkingFolderAreRoots()
    {
        var roots = new SaveRoots(new ServerOptions(), _state);
        Assert.Equal(RealPath.Of(Directory.GetCurrentDirectory()), roots.Open("."));
        Assert.Equal(RealPath.Of(UserPath.Home), roots.Open("~"));
        Assert.Throws<ProtocolException>(() => roots.Open("/"));
        Assert.Throws<ProtocolException>(() => roots.Open(StatePlace.Default(6000)));
    }

    [Fact]
    public void AFileReplacesARegularOneOnly()
    {
        var folder = Roots().Open(At("root"));
        Assert.Equal(Path.Combine(folder, "new.rds"), SaveRoots.File(folder, "new.rds"));
        Assert.Equal(Path.Combine(folder, "file"), SaveRoots.File(folder, "file"));
        foreach (var name in (string[])["inside", "out", "dangling", "circle"])
            Assert.Equal(ErrorCodes.InvalidParams, Assert.Throws<ProtocolException>(() => SaveRoots.File(folder, name)).Code);
    }

    [Theory]
    [InlineData("model", "model.rds")]
    [InlineData("model.rds", "model.rds")]
    [InlineData("Model.RDS", "Model.RDS")]
    [InlineData("../../etc/passwd", "passwd.rds")]
    [InlineData("/etc/cron.d/x", "x.rds")]
    [InlineData(@"..\..\x", "x.rds")]
    [InlineData("a/b/", "b.rds")]
    [InlineData("größe 1", "größe 1.rds")]
    [InlineData(".hidden", ".hidden.rds")]
    public void ANameIsTheLastPartOfWhatWasGiven(string given, string name) => Assert.Equal(name, SaveName.Of(given));

    [Theory]
    [InlineData("/", "is no name of a file")]
    [InlineData("..", "is no name of a file")]
    [InlineData("a/..", "is no name of a file")]
    [InlineData("a\nb", "has characters that no file's name has")]
    [InlineData("a\0b", "has characters that no file's name has")]
    public void WhatIsNoNameIsRefused(string given, string problem)
    {
        var refused = Assert.Throws<ProtocolException>(() => SaveName.Of(given));
        Assert.Equal(ErrorCodes.InvalidParams, refused.Code);
        Assert.StartsWith($"`filename` {problem}", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ANameThatIsTooLongIsRefused() =>
        Assert.Contains("200 bytes", Assert.Throws<ProtocolException>(() => SaveName.Of(new string('é', 101))).Message, StringComparison.Ordinal);

    SaveRoots Roots(IReadOnlyList<string>? roots = null) => new(new ServerOptions { SaveRoots = roots ?? [At("root"), At("second")] }, _state);

    string At(string path) => Path.Combine(_base.FullName, path);

    void Link(string path, string target) => File.CreateSymbolicLink(At(path), target);

    string[] Everything() => [.. Directory.GetFileSystemEntries(_base.FullName, "*", new EnumerationOptions
    {
        RecurseSubdirectories = true,
        AttributesToSkip = FileAttributes.None,
        MaxRecursionDepth = 6,
    }).Order()];
}
