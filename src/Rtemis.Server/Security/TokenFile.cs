using System.Text;
using Rtemis.Server.Options;

namespace Rtemis.Server.Security;

/// <summary>A file that holds the token, for its owner's eyes only. It is made, with a new token, where it is not there.</summary>
static class TokenFile
{
    const int Longest = 4096;
    const UnixFileMode OwnersOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    const UnixFileMode Others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute
        | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;

    /// <summary>The options with the file's token, where they name a file.</summary>
    /// <exception cref="OptionException">Both a token and a file are given, others can get at the file, or it holds no token.</exception>
    public static ServerOptions Apply(ServerOptions options)
    {
        if (options.TokenFile is not { } path) return options;
        if (options.Token is not null) throw new OptionException("Of token and token_file only one can be given.");
        try
        {
            return options with { Token = Create(path) ?? Read(path) };
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Problem(path, $"can't be read or made: {e.Message.TrimEnd('.')}");
        }
    }

    // Null when it is there already, also as a link to nowhere.
    static string? Create(string path)
    {
        if (new FileInfo(path) is { Exists: true } or { LinkTarget: not null }) return null;
        var how = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None };
        if (!OperatingSystem.IsWindows()) how.UnixCreateMode = OwnersOnly;
        using var stream = new FileStream(path, how);
        var token = AccessToken.From(null).Text;
        stream.Write(Encoding.ASCII.GetBytes(token + "\n"));
        return token;
    }

    static string Read(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        // The opened file is looked at, not its name: nothing can be put in its place in between.
        if (!OperatingSystem.IsWindows() && File.GetUnixFileMode(stream.SafeFileHandle) is var mode && (mode & Others) != 0)
            throw Problem(path, $"must be its owner's alone; its mode is {Convert.ToString((int)mode, 8)}, set it with chmod 600");
        var bytes = new byte[Longest];
        var text = Encoding.UTF8.GetString(bytes, 0, stream.ReadAtLeast(bytes, Longest, throwOnEndOfStream: false)).Trim();
        return AccessToken.Problem(text) is { } problem ? throw Problem(path, $"must hold a token, which {problem}") : text;
    }

    static OptionException Problem(string path, string problem) => new($"token_file '{path}': {problem}.");
}
