namespace Rtemis.Server.Page;

/// <summary>The kinds of file that a page may have. What is not listed, source maps for one, is not served.</summary>
static class ContentTypes
{
    /// <summary>The media type that belongs to a name's ending, or null.</summary>
    public static string? Of(string path) => Path.GetExtension(path) switch
    {
        ".html" => "text/html; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".css" => "text/css; charset=utf-8",
        ".svg" => "image/svg+xml; charset=utf-8",
        ".json" => "application/json",
        ".webmanifest" => "application/manifest+json",
        ".wasm" => "application/wasm",
        ".csv" => "text/csv; charset=utf-8",
        ".txt" => "text/plain; charset=utf-8",
        ".arrow" => "application/vnd.apache.arrow.file",
        ".png" => "image/png",
        ".woff2" => "font/woff2",
        _ => null,
    };

    /// <summary>Whether files of the type get smaller; the others are compressed as they are.</summary>
    public static bool IsWorthCompressing(string type) => type is not ("image/png" or "font/woff2");
}
