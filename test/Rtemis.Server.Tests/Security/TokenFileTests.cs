using Rtemis.Server.Options;
using Rtemis.Server.Security;

namespace Rtemis.Server.Tests.Security;

public sealed class TokenFileTests : IDisposable
{
    readonly string _folder = Directory.CreateTempSubdirectory("token-file-").FullName;

    string Named(string name) => Path.Combine(_folder, name);

    string Holding(string text)
    {
        var path = Named("token");
        File.WriteAllText(path, text);
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        return path;
    }

    static string? Token(string path) => TokenFile.Apply(new ServerOptions { TokenFile = path }).Token;

    static string Refusal(string path) => Assert.Throws<OptionException>(() => Token(path)).Message;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void AFileThatIsNotThereIsMadeWithANewToken()
    {
        var token = Token(Named("new"));
        Assert.Null(AccessToken.Problem(token!));
        Assert.Equal(token, Token(Named("new")));
    }

    [Theory]
    [InlineData("secret-token")]
    [InlineData("secret-token\n")]
    [InlineData(" secret-token\r\n")]
    public void TheTokenIsReadWithoutTheSpaceAroundIt(string text) => Assert.Equal("secret-token", Token(Holding(text)));

    [Theory]
    [InlineData("")]
    [InlineData("short")]
    [InlineData("two tokens\nhere")]
    [InlineData("not-ascii-\u00e9\u00e9")]
    public void AFileWithoutATokenIsRefusedAndNotShown(string text)
    {
        var path = Holding(text);
        Assert.Equal($"token_file '{path}': must hold a token, which must be 8 to 256 printable ASCII characters without spaces.", Refusal(path));
    }

    [Fact]
    public void AVeryLongFileIsReadInPartAndRefused() => Assert.Contains("must hold a token", Refusal(Holding(new string('a', 1 << 20))), StringComparison.Ordinal);

    [Theory]
    [InlineData(UnixFileMode.GroupRead)]
    [InlineData(UnixFileMode.OtherRead)]
    [InlineData(UnixFileMode.GroupWrite)]
    [InlineData(UnixFileMode.OtherWrite)]
    public void AFileThatOthersCanGetAtIsRefused(UnixFileMode more)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "A file has a Unix mode.");
        var path = Holding("secret-token");
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | more);
        Assert.Contains("must be its owner's alone", Refusal(path), StringComparison.Ordinal);
    }

    [Fact]
    public void WhatCannotBeReadOrMadeIsRefusedWithTheReason()
    {
        Assert.Contains("can't be read or made", Refusal(_folder), StringComparison.Ordinal);
        Assert.Contains("can't be read or made", Refusal(Named("no/such/folder/token")), StringComparison.Ordinal);
    }

    [Fact]
    public void ALinkToNowhereIsNotFollowedToMakeAFile()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Making a link needs rights there.");
        File.CreateSymbolicLink(Named("link"), Named("elsewhere"));
        Refusal(Named("link"));
        Assert.False(File.Exists(Named("elsewhere")));
    }

    [Fact]
    public void ATokenAndAFileAreTooMuch() =>
        Assert.Equal(
            "Of token and token_file only one can be given.",
            Assert.Throws<OptionException>(() => TokenFile.Apply(new ServerOptions { Token = "secret-token", TokenFile = Named("new") })).Message);
}
