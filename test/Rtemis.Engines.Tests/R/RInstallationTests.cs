using Rtemis.Engines.R;

namespace Rtemis.Engines.Tests.R;

/// <summary>R is looked for where it is said to be, and its processes are started with the libraries that are asked for.</summary>
public sealed class RInstallationTests : IDisposable
{
    readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("rtemis-find-r-");

    static string FileName => OperatingSystem.IsWindows() ? "Rscript.exe" : "Rscript";

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void TheProgramThatIsNamedIsTaken()
    {
        var program = Touch("mine", FileName);
        Assert.Equal(program, RInstallation.Find(program, "/nowhere", [])!.Rscript);
    }

    [Fact]
    public void WhatIsNamedAndNotThereIsNotReplacedByAnother()
    {
        Assert.Null(RInstallation.Find(Path.Combine(_folder.FullName, "none"), null, []));
        Assert.Null(RInstallation.Find(null, _folder.FullName, []));
    }

    [Fact]
    public void AHomeFolderHasItsProgramInBin()
    {
        var program = Touch("bin", FileName);
        Assert.Equal(program, RInstallation.Find(null, _folder.FullName, [])!.Rscript);
    }

    [Fact]
    public void LibrariesComeBeforeThoseOfTheEnvironment()
    {
        var start = new RInstallation("Rscript", ["/a", "/b"]).StartInfo(["x.R"]);
        var libraries = start.Environment["R_LIBS"]!.Split(Path.PathSeparator);
        Assert.Equal(["/a", "/b"], libraries[..2]);
        Assert.Equal(["x.R"], start.ArgumentList);
        Assert.Equal("1", start.Environment["NO_COLOR"]);
    }

    [Fact]
    public void TextIsUtf8WhateverTheLocaleOfTheServerIs()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Locales are the environment's there.");
        var environment = new RInstallation("Rscript", []).StartInfo([]).Environment;
        string?[] inForce = [environment.TryGetValue("LC_ALL", out var all) ? all : null, environment.TryGetValue("LC_CTYPE", out var type) ? type : null, environment.TryGetValue("LANG", out var lang) ? lang : null];
        Assert.Contains("UTF", inForce.First(v => !string.IsNullOrEmpty(v)), StringComparison.OrdinalIgnoreCase);
    }

    string Touch(params string[] path)
    {
        var file = Path.Combine([_folder.FullName, .. path]);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, "");
        return file;
    }
}
