namespace Rtemis.Data.Csv;

/// <summary>A stream that cannot seek, such as a pipe, put into a temporary file that goes when it is closed.</summary>
static class SpooledStream
{
    const int BlockSize = 1 << 16;

    public static FileStream Of(Stream source, CancellationToken cancellation)
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = FileShare.None,
            Options = FileOptions.DeleteOnClose,
            BufferSize = 0,
        };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        var file = new FileStream(Path.Combine(Path.GetTempPath(), $"rtemis-{Path.GetRandomFileName()}"), options);
        try
        {
            var block = new byte[BlockSize];
            for (int read; (read = source.Read(block)) > 0; file.Write(block, 0, read)) cancellation.ThrowIfCancellationRequested();
            file.Position = 0;
            return file;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }
}
