using System.Diagnostics;

namespace Rtemis.EndToEnd.Tests.Durability;

/// <summary>A file system of few megabytes in memory. Only root can mount one.</summary>
sealed class SmallDisk : IDisposable
{
    SmallDisk(string path) => Path = path;

    public string Path { get; }

    public static SmallDisk Mount(int megabytes)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess, "Only root on Linux can mount a small file system.");
        var path = Directory.CreateTempSubdirectory("small-disk-").FullName;
        var status = Run("mount", "-t", "tmpfs", "-o", $"size={megabytes}m", "rtemis-test", path);
        if (status != 0) Directory.Delete(path);
        Assert.SkipUnless(status == 0, "No file system can be mounted here.");
        return new SmallDisk(path);
    }

    /// <summary>Fills what is left but for some bytes; the file's name.</summary>
    public string Fill(long butFor = 0)
    {
        var file = System.IO.Path.Combine(Path, "ballast");
        using var stream = new FileStream(file, FileMode.Append, FileAccess.Write, FileShare.None, bufferSize: 0);
        // Page by page, since a large write fails as a whole.
        for (var block = 1 << 20; block >= 4096; block /= 2)
            while (new DriveInfo(Path).AvailableFreeSpace >= butFor + block) stream.Write(new byte[block]);
        return file;
    }

    public void Dispose()
    {
        Run("umount", "--lazy", Path);
        Directory.Delete(Path);
    }

    static int Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        process.WaitForExit();
        return process.ExitCode;
    }
}
