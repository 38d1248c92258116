using System.Collections.Frozen;
using System.Text;

namespace Rtemis.Server.Page;

/// <summary>What the server shows a browser: the files of its page, or one small page in its place that says why there is none.</summary>
/// <param name="state">How the build went.</param>
/// <param name="read">Reads the files, by their path below the page's folder; asked once, for the first request.</param>
sealed class PageFiles(PageState state, Func<IReadOnlyDictionary<string, byte[]>> read)
{
    const string Index = "index.html";
    const string Assets = "assets/";
    const string Icon = "favicon.svg";

    readonly Lazy<FrozenDictionary<string, PageFile>> _files = new(() =>
        (state == PageState.Built ? read() : new Dictionary<string, byte[]> { [Index] = Encoding.UTF8.GetBytes(MissingPage.Html(state)) })
            .Where(f => f.Key is Index or Icon || f.Key.StartsWith(Assets, StringComparison.Ordinal))
            .Select(f => (f.Key, File: PageFile.From(f.Key, f.Value)))
            .Where(f => f.File is not null)
            .ToFrozenDictionary(f => f.Key == Index ? "/" : "/" + f.Key, f => f.File!));

    /// <summary>How the build went.</summary>
    public PageState State => state;

    /// <summary>The file at a path of the address, compared exactly; null where there is none.</summary>
    public PageFile? Find(string? path) => path is null ? null : _files.Value.GetValueOrDefault(path);
}
