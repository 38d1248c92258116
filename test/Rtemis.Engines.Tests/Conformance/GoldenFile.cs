using System.IO.Compression;
using System.Reflection;

namespace Rtemis.Engines.Tests.Conformance;

/// <summary>The files of recorded answers.</summary>
static class GoldenFile
{
    public static string Read(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name) ?? throw new FileNotFoundException(name);
        using var reader = new StreamReader(name.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(stream, CompressionMode.Decompress) : stream);
        return reader.ReadToEnd();
    }

    public static IEnumerable<string> Jobs(string prefix) =>
        Assembly.GetExecutingAssembly().GetManifestResourceNames()
            .Where(n => n.StartsWith(prefix, StringComparison.Ordinal) && n.EndsWith(".json.gz", StringComparison.Ordinal))
            .Select(n => n[..^".json.gz".Length]).Order(StringComparer.Ordinal);
}
