using System.Globalization;
using System.Security.Cryptography;

namespace Rtemis.Server.Handlers;

/// <summary>Writes a file so that under its name there is the old one or the whole new one, never a part.</summary>
static class AsideFile
{
    /// <summary>Writes beside <paramref name="path"/>, waits for the disk, and renames. What could not be finished is removed.</summary>
    /// <returns>The number of bytes.</returns>
    /// <exception cref="IOException">The file can't be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be written.</exception>
    public static long Write(string path, Action<Stream> write)
    {
        // A name of its own: what a crash left behind must not be in the way, and CreateNew follows no link.
        var part = string.Create(CultureInfo.InvariantCulture, $"{path}.{RandomNumberGenerator.GetHexString(8, lowercase: true)}.part");
        var whole = false;
        try
        {
            long bytes;
            using (var stream = new FileStream(part, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 1 << 16))
            {
                write(stream);
                stream.Flush(flushToDisk: true);
                bytes = stream.Length;
            }
            File.Move(part, path, overwrite: true);
            whole = true;
            return bytes;
        }
        finally
        {
            if (!whole) File.Delete(part);
        }
    }
}
