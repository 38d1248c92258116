using System.Runtime.ExceptionServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Rtemis.Data;
using Rtemis.Learning.Training;

namespace Rtemis.Engines;

/// <summary>
/// A finished job's slices on disk: <c>&lt;document&gt;.json</c>, <c>&lt;table&gt;.arrow</c>, <c>slices.json</c>, which lists the tables, and the model. The
/// folder is written under another name and renamed when it is whole, so a folder that is there is complete.
/// </summary>
public sealed class ResultFolder
{
    const string Index = "slices.json";
    const string ModelName = "model.bin";

    static readonly JsonWriterOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    readonly string _folder;
    readonly Dictionary<string, TablePointer> _tables;

    ResultFolder(string folder, Dictionary<string, TablePointer> tables)
    {
        _folder = folder;
        _tables = tables;
    }

    /// <summary>Writes a bundle. What an earlier attempt left half-written is removed first.</summary>
    /// <exception cref="IOException">The folder exists, or can't be written.</exception>
    public static void Write(string folder, ResultBundle bundle)
    {
        var part = folder + ".part";
        if (Directory.Exists(part)) Directory.Delete(part, recursive: true);
        Directory.CreateDirectory(part);
        var files = new List<Action>();
        foreach (var (name, document) in bundle.Documents) files.Add(() => WriteJson(Path.Combine(part, name + ".json"), document));
        var index = new JsonObject();
        foreach (var (name, slice) in bundle.Tables)
        {
            var table = slice.Table;
            var path = Path.Combine(part, name + ".arrow");
            if (table.Columns.Count > 0) files.Add(() => WriteFile(path, stream => ArrowStreamWriter.Write(table, stream)));
            index[name] = new JsonObject
            {
                ["rows"] = table.Columns.Count > 0 ? table.Rows : 0,
                ["columns"] = new JsonArray([.. table.Columns.Select(c => (JsonNode)c.Name)]),
                ["extra"] = slice.Extra?.DeepClone(),
            };
        }
        files.Add(() => WriteJson(Path.Combine(part, Index), index));
        if (bundle.Model is { } model) files.Add(() => WriteFile(Path.Combine(part, ModelName), stream => ModelFile.Write(model, stream)));
        RunAll(files);
        Directory.Move(part, folder);
    }

    /// <summary>Opens a folder that <see cref="Write"/> made.</summary>
    /// <exception cref="IOException">There is none.</exception>
    /// <exception cref="JsonException">Its list of tables is damaged.</exception>
    public static ResultFolder Open(string folder)
    {
        var index = JsonNode.Parse(File.ReadAllBytes(Path.Combine(folder, Index))) as JsonObject
            ?? throw new JsonException($"{Index} is not an object.");
        return new ResultFolder(folder, index.ToDictionary(t => t.Key, t => Pointer(folder, t.Key, t.Value!)));
    }

    /// <summary>The file of the model, or null where there is none.</summary>
    public string? ModelPath => Path.Combine(_folder, ModelName) is var path && File.Exists(path) ? path : null;

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

    // Side by side, since each file waits for the disk.
    static void RunAll(List<Action> files)
    {
        try
        {
            Parallel.ForEach(files, write => write());
        }
        catch (AggregateException failed) when (failed.InnerException is IOException or UnauthorizedAccessException)
        {
            ExceptionDispatchInfo.Throw(failed.InnerException);
        }
    }

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

    // A folder is renamed only when its files are on the disk: a power cut must not leave a whole folder of empty files.
    static void WriteFile(string path, Action<Stream> write)
    {
        using var stream = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 1 << 16);
        write(stream);
        stream.Flush(flushToDisk: true);
    }
}
