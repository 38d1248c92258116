using System.Diagnostics;

namespace Rtemis.Engines.R;

/// <summary>An R on this machine, and how its processes are started.</summary>
/// <param name="Rscript">The program that runs scripts.</param>
/// <param name="Libraries">Folders of packages that are looked into first.</param>
public sealed record RInstallation(string Rscript, IReadOnlyList<string> Libraries)
{
    static readonly bool IsWindows = OperatingSystem.IsWindows();

    static string FileName => IsWindows ? "Rscript.exe" : "Rscript";

    /// <summary>Looks for R: where it is said to be and nowhere else, otherwise in <c>R_HOME</c>, on the path, and where installers put it.</summary>
    /// <param name="rscript">The program, or null.</param>
    /// <param name="home">R's home folder, or null.</param>
    /// <param name="libraries">Folders of packages to look into first.</param>
    /// <returns>The first that there is, or null.</returns>
    public static RInstallation? Find(string? rscript, string? home, IReadOnlyList<string> libraries)
    {
        var candidates = rscript is not null ? [rscript] : home is not null ? InHome(home) : Anywhere();
        return candidates.FirstOrDefault(File.Exists) is { } found ? new RInstallation(Path.GetFullPath(found), libraries) : null;
    }

    /// <summary>How a process is started: what it prints can be read, its text is UTF-8, and its libraries are these before those of the user.</summary>
    public ProcessStartInfo StartInfo(IEnumerable<string> arguments)
    {
        var info = new ProcessStartInfo(Rscript, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            CreateNoWindow = true,
        };
        if (Libraries.Count > 0)
        {
            var others = info.Environment.TryGetValue("R_LIBS", out var given) && !string.IsNullOrEmpty(given) ? [given] : Array.Empty<string>();
            info.Environment["R_LIBS"] = string.Join(Path.PathSeparator, [.. Libraries, .. others]);
        }
        // What it says goes to a log and to a browser.
        info.Environment["NO_COLOR"] = "1";
        if (OperatingSystem.IsLinux()) UseUtf8(info.Environment);
        return info;
    }

    // A service is often started in the locale C, in which R can't say most names.
    static void UseUtf8(IDictionary<string, string?> environment)
    {
        string[] order = ["LC_ALL", "LC_CTYPE", "LANG"];
        var inForce = order.Select(name => environment.TryGetValue(name, out var value) ? value : null).FirstOrDefault(value => !string.IsNullOrEmpty(value));
        if (inForce?.Replace("-", "", StringComparison.Ordinal).EndsWith("UTF8", StringComparison.OrdinalIgnoreCase) == true) return;
        environment.Remove("LC_ALL");
        environment["LC_CTYPE"] = "C.UTF-8";
    }

    static IEnumerable<string> InHome(string home) => [Path.Combine(home, "bin", FileName), Path.Combine(home, "bin", "x64", FileName)];

    static IEnumerable<string> Anywhere()
    {
        if (Environment.GetEnvironmentVariable("R_HOME") is { Length: > 0 } home)
            foreach (var inHome in InHome(home)) yield return inHome;
        foreach (var folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries))
            yield return Path.Combine(folder, FileName);
        foreach (var usual in IsWindows ? OnWindows() : ["/usr/local/bin/Rscript", "/opt/homebrew/bin/Rscript", "/Library/Frameworks/R.framework/Resources/bin/Rscript"])
            yield return usual;
    }

    // Its installer makes a folder a version: the newest first.
    static IEnumerable<string> OnWindows()
    {
        var root = Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ProgramFiles), "R");
        if (!Directory.Exists(root)) return [];
        return Directory.EnumerateDirectories(root, "R-*").OrderByDescending(VersionOf).SelectMany(InHome);
    }

    static Version VersionOf(string folder) => Version.TryParse(Path.GetFileName(folder).AsSpan(2), out var version) ? version : new Version(0, 0);
}
