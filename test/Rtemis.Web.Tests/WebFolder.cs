using System.Reflection;
using System.Runtime.CompilerServices;

namespace Rtemis.Web.Tests;

/// <summary>The page's sources, and what is needed to test them.</summary>
static class WebFolder
{
    /// <summary>The folder <c>web</c>.</summary>
    public static string Root { get; } = Find();

    /// <summary>The program that the build made, of the configuration that is tested.</summary>
    public static string Server { get; } = Path.GetFullPath(Path.Combine(
        AppContext.BaseDirectory, "..", "..", "Rtemis.Cli", new DirectoryInfo(AppContext.BaseDirectory).Name,
        OperatingSystem.IsWindows() ? "rtemis-server.exe" : "rtemis-server"));

    // The one without windows takes half of the processor time; both are Debian's.
    static readonly string[] Browsers = ["/usr/bin/chromium-headless-shell", "/usr/bin/chromium"];

    /// <summary>The browser: the one that <c>CHROMIUM_PATH</c> names, or a Chromium of the system.</summary>
    public static string Browser { get; } = Environment.GetEnvironmentVariable("CHROMIUM_PATH") ?? Browsers.FirstOrDefault(File.Exists) ?? Browsers[^1];

    /// <summary>The test files of the folder, relative to <see cref="Root"/>, with forward slashes.</summary>
    public static IEnumerable<string> TestFiles(string folder)
    {
        var path = Path.Combine(Root, folder);
        return Directory.Exists(path)
            ? Directory.EnumerateFiles(path, "*.test.ts", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(Root, f).Replace('\\', '/')).Order()
            : [];
    }

    /// <summary>Why the page's tests can't run here; null when they can.</summary>
    public static string? Missing() =>
        !OnPath("node") ? "Node.js is not on the PATH."
        : !OnPath("npm") ? "npm is not on the PATH."
        : !Directory.Exists(Path.Combine(Root, "node_modules")) ? "The page's packages are not installed: build the server with Node.js, or run `npm ci` in web."
        : null;

    /// <summary>Why the browser tests can't run here; null when they can.</summary>
    public static string? MissingForBrowser() =>
        Missing()
        ?? (!File.Exists(Browser) ? $"There is no Chromium at {Browser}; install it, or name it in CHROMIUM_PATH."
            : Assembly.Load("Rtemis.Server").GetManifestResourceInfo("page/index.html") is null ? "The server was built without its page."
            : null);

    static bool OnPath(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Any(f => File.Exists(Path.Combine(f, program)) || File.Exists(Path.Combine(f, program + ".exe")) || File.Exists(Path.Combine(f, program + ".cmd")));

    static string Find([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "web"));
}
