namespace Rtemis.Data.Tests.RData;

/// <summary>What R itself wrote; made by <c>streams.R</c>.</summary>
static class RFiles
{
    public static IEnumerable<string> Names => Directory.EnumerateFiles(Folder).Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal);

    public static byte[] Bytes(string name) => File.ReadAllBytes(Path.Combine(Folder, name));

    public static RObject Read(string name) => RSerialization.Read(new MemoryStream(Bytes(name)));

    static string Folder { get; } = Path.Combine(Root(), "test/Rtemis.Data.Tests/RData/streams");

    // The build output is under the repository's root, which the solution marks.
    static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Rtemis.slnx"))) folder = Path.GetDirectoryName(folder)!;
        return folder;
    }
}
