using System.Reflection;

namespace Rtemis.Server.Page;

/// <summary>The page as the build put it into this assembly: the resource <c>page.state</c>, and one resource <c>page/PATH</c> a file.</summary>
static class EmbeddedPage
{
    const string Folder = "page/";
    static readonly Assembly Home = typeof(EmbeddedPage).Assembly;

    /// <summary>The page's files, not read yet.</summary>
    public static PageFiles Files() => new(State(), Read);

    static PageState State() => System.Text.Encoding.UTF8.GetString(Bytes("page.state")).Trim() switch
    {
        "built" => PageState.Built,
        "no-node" => PageState.NodeMissing,
        _ => PageState.Skipped,
    };

    static Dictionary<string, byte[]> Read() =>
        Home.GetManifestResourceNames().Where(n => n.StartsWith(Folder, StringComparison.Ordinal)).ToDictionary(n => n[Folder.Length..], Bytes);

    static byte[] Bytes(string name)
    {
        using var stream = Home.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"The server was built without the resource {name}.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
