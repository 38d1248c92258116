using System.Collections.Concurrent;
using Rtemis.Engines;
using Rtemis.Protocol;

namespace Rtemis.Server.State;

/// <summary>Makes sure that files are what was once written, each once a server process: reading one in full takes time.</summary>
sealed class FileChecks
{
    readonly ConcurrentDictionary<string, bool> _good = [];

    /// <summary>Refuses a file that isn't what was written.</summary>
    /// <param name="path">The file.</param>
    /// <param name="written">What was written.</param>
    /// <param name="what">What the file is to the client, e.g. <c>Table 'iris'</c>.</param>
    /// <exception cref="ProtocolException">It is damaged or gone.</exception>
    public void Require(string path, FileDigest written, string what)
    {
        if (_good.ContainsKey(path)) return;
        if (!IsGood(path, written)) throw new ProtocolException(ErrorCodes.IoError, $"{what} was damaged on disk and can't be read.");
        Trust(path);
    }

    /// <summary>The file was written or read in full by this process.</summary>
    public void Trust(string path) => _good[path] = true;

    /// <summary>The file, or the folder with all its files, is to go.</summary>
    public void Forget(string path)
    {
        var folder = path + Path.DirectorySeparatorChar;
        foreach (var known in _good.Keys)
            if (known == path || known.StartsWith(folder, StringComparison.Ordinal)) _good.TryRemove(known, out _);
    }

    static bool IsGood(string path, FileDigest written) =>
        File.Exists(path) && new FileInfo(path).Length == written.Bytes && FileDigest.OfFile(path) == written;
}
