using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.ExceptionServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Rtemis.Data;
using Rtemis.Learning.Training;

namespace Rtemis.Engines;

/// <summary>
/// A finished job's slices on disk: <c>&lt;document&gt;.json</c>, <c>&lt;table&gt;.arrow</c>, <c>slices.json</c>, which lists the tables and the digests of all files, and the model. The
/// folder is written under another name and renamed when it is whole, so a folder that is there is complete.
/// </summary>
public sealed class ResultFolder
{
    const string Index = "slices.json";
    const string ModelName = "model.bin";
    const string RObjectName = "result.rds";

    static readonly JsonWriterOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    readonly string _folder;
    readonly Dictionary<string, TablePointer> _tables;
    readonly Dictionary<string, FileDigest> _digests;
    readonly bool _predictsByRObject;

    ResultFolder(string folder, Dictionary<string, TablePointer> tables, Dictionary<string, FileDigest> digests, bool predictsByRObject)
    {
        _folder = folder;
        _predictsByRObject = predictsByRObject;
        _tables = tables;
        _digests = digests;
    }

    /// <summary>Writes a bundle. What an earlier attempt left half-written is removed first.</summary>
    /// <exception cref="IOException">The folder exists, or can't be written.</exception>
    public static void Write(string folder, ResultBundle bundle)
    {
        var part = folder + ".part";
        if (Directory.Exists(part)) Directory.Delete(part, recursive: true);
        Directory.CreateDirectory(part);
        var files = new Dictionary<string, Action<string>>();
        foreach (var (name, document) in bundle.Documents) files.Add(name + ".json", path => WriteJson(path, document));
        var tables = new JsonObject();
        foreach (var (name, slice) in bundle.Tables)
        {
            var table = slice.Table;
            if (table.Columns.Count > 0) files.Add(name + ".arrow", path => WriteFile(path, stream => ArrowStreamWriter.Write(table, stream)));
            tables[name] = new JsonObject
            {
                ["rows"] = table.Columns.Count > 0 ? table.Rows : 0,
                ["columns"] = new JsonArray([.. table.Columns.Select(c => (JsonNode)c.Name)]),
                ["extra"] = slice.Extra?.DeepClone(),
            };
        }
        if (bundle.Model is { } model) files.Add(ModelName, path => WriteFile(path, stream => ModelFile.Write(model, stream)));
        if (bundle.RObject is { } made) files.Add(RObjectName, path => Take(made, path));
        WriteJson(
            Path.Combine(part, Index),
            new JsonObject { ["tables"] = tables, ["files"] = WriteAll(part, files), ["predicts_by_r_object"] = bundle.PredictsByRObject });
        Directory.Move(part, folder);
    }

    /// <summary>Opens a folder that <see cref="Write"/> made.</summary>
    /// <exception cref="IOException">There is none.</exception>
    /// <exception cref="JsonException">Its list of tables is damaged.</exception>
    public static ResultFolder Open(string folder)
    {
        var index = JsonNode.Parse(File.ReadAllBytes(IndexPath(folder))) as JsonObject ?? throw new JsonException($"{Index} is not an object.");
        return new ResultFolder(
            folder,
            index["tables"]!.AsObject().ToDictionary(t => t.Key, t => Pointer(folder, t.Key, t.Value!)),
            index["files"]!.AsObject().ToDictionary(f => f.Key, f => Digest(f.Value!)),
            // Folders of earlier releases don't say: no R made them.
            index["predicts_by_r_object"]?.GetValue<bool>() ?? false);
    }

    /// <summary>The file that lists a folder's tables and files.</summary>
    public static string IndexPath(string folder) => Path.Combine(folder, Index);

    /// <summary>The digest of that list: with it, and the list's digests, all of a result can be told from a damaged one.</summary>
    /// <exception cref="IOException">There is no such folder.</exception>
    public static FileDigest DigestOf(string folder) => FileDigest.OfFile(IndexPath(folder));

    /// <summary>The digest that one of the folder's files had when it was written; one that nothing has for a file that the list has not.</summary>
    public FileDigest DigestOfFile(string path) => _digests.GetValueOrDefault(Path.GetFileName(path), new FileDigest(-1, 0));

    /// <summary>The file of the model that can be applied to new tables, or null where there is none.</summary>
    public string? ModelPath => _predictsByRObject ? RObjectPath : Existing(ModelName);

    /// <summary>The file with the result as an object of rtemis, or null where no R made it.</summary>
    public string? RObjectPath => Existing(RObjectName);

    /// <summary>The file of a document slice, or null where there is no such slice.</summary>
    public string? DocumentPath(string slice)
    {
        // The name may come from a client: it must be a name and not a way to other files.
        if (slice.Length == 0 || !slice.All(char.IsAsciiLetterOrDigit)) return null;
        var path = Path.Combine(_folder, slice + ".json");
        return slice + ".json" != Index && File.Exists(path) ? path : null;
    }

    /// <summary>A table slice, or null where there is no such slice.</summary>
    public TablePointer? Table(string slice) => _tables.GetValueOrDefault(slice);

    string? Existing(string name) => Path.Combine(_folder, name) is var path && File.Exists(path) ? path : null;

    // Side by side, since each file waits for the disk. Gives the digest of each.
    static JsonObject WriteAll(string folder, Dictionary<string, Action<string>> files)
    {
        var digests = new ConcurrentDictionary<string, FileDigest>();
        try
        {
            Parallel.ForEach(files, file =>
            {
                var path = Path.Combine(folder, file.Key);
                file.Value(path);
                digests[file.Key] = FileDigest.OfFile(path);
            });
        }
        catch (AggregateException failed) when (failed.InnerException is IOException or UnauthorizedAccessException)
        {
            ExceptionDispatchInfo.Throw(failed.InnerException);
        }
        // A number of 64 bits is more than JSON's readers agree on.
        return new JsonObject(digests.OrderBy(d => d.Key, StringComparer.Ordinal).Select(d => KeyValuePair.Create<string, JsonNode?>(
            d.Key, new JsonObject { ["bytes"] = d.Value.Bytes, ["hash"] = d.Value.Hash.ToString("x16", CultureInfo.InvariantCulture) })));
    }

    static FileDigest Digest(JsonNode entry) =>
        new(entry["bytes"]!.GetValue<long>(), ulong.Parse(entry["hash"]!.GetValue<string>(), NumberStyles.HexNumber, CultureInfo.InvariantCulture));

    static TablePointer Pointer(string folder, string name, JsonNode entry)
    {
        string[] columns = [.. entry["columns"]!.AsArray().Select(c => c!.GetValue<string>())];
        var path = columns.Length > 0 ? Path.Combine(folder, name + ".arrow") : null;
        return new TablePointer(path, entry["rows"]!.GetValue<int>(), columns, entry["extra"]?.AsObject());
    }

    static void WriteJson(string path, JsonNode document) => WriteFile(path, stream =>
    {
        using var writer = new Utf8JsonWriter(stream, Json);
        document.WriteTo(writer);
    });

    static void Take(string made, string path)
    {
        File.Move(made, path);
        using var stream = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        stream.Flush(flushToDisk: true);
    }

    // A folder is renamed only when its files are on the disk: a power cut must not leave a whole folder of empty files.
    static void WriteFile(string path, Action<Stream> write)
    {
        using var stream = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 1 << 16);
        write(stream);
        stream.Flush(flushToDisk: true);
    }
}
