using System.Text.Json;
using System.Text.Json.Nodes;
using Rtemis.Data;

namespace Rtemis.Engines;

/// <summary>
/// A finished job's result as one object of R: a named list of class <c>rtemis_result</c> with what is known of the job, the documents as lists and
/// the tables as data frames, which base R reads and shows. The tables' files stay open until it is disposed.
/// </summary>
public sealed class SavedResult : IDisposable
{
    const string ClassName = "rtemis_result";

    static readonly string[] Documents = ["summary", "metrics", "record", "raw"];
    static readonly string[] Tables = ["varimp", "predictions", "roc", "session", "transformed", "loadings", "assignments"];

    // A file tells no text from a factor. These columns name things; all others of texts are categories.
    static readonly string[] TextColumns = ["variable", "label", "tip"];

    static readonly JsonDocumentOptions Json = new() { MaxDepth = 256 };

    readonly List<ArrowFile> _open = [];
    readonly Action<string> _check;

    SavedResult(IReadOnlyCollection<KeyValuePair<string, string?>> about, ResultFolder folder, Action<string> check)
    {
        _check = check;
        try
        {
            var members = about.Where(a => a.Value is not null).Select(a => KeyValuePair.Create(a.Key, (RObject)new RCharacter(a.Value!)))
                .Concat(Documents.Select(name => (name, path: folder.DocumentPath(name))).Where(d => d.path is not null)
                    .Select(d => KeyValuePair.Create(d.name, Document(d.path!))))
                .Concat(Tables.Select(name => (name, table: folder.Table(name))).Where(t => t.table is not null)
                    .Select(t => KeyValuePair.Create(t.name, (RObject)Frame(t.table!))));
            Value = RList.Named([.. members], ClassName);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>The list.</summary>
    public RList Value { get; }

    /// <summary>Opens a result.</summary>
    /// <param name="about">What is known of the job, by name: first members of the list. Null values are left out.</param>
    /// <param name="folder">Its result.</param>
    /// <param name="check">Called with the path of each file before it is read; what it throws ends this.</param>
    /// <exception cref="IOException">A file can't be read.</exception>
    public static SavedResult Open(IReadOnlyCollection<KeyValuePair<string, string?>> about, ResultFolder folder, Action<string> check) =>
        new(about, folder, check);

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var file in _open) file.Dispose();
        _open.Clear();
    }

    RObject Document(string path)
    {
        _check(path);
        using var stream = File.OpenRead(path);
        using var document = JsonDocument.Parse(stream, Json);
        return JsonToR.Convert(document.RootElement);
    }

    // What an answer tells besides the table, such as colors, is an attribute.
    RList Frame(TablePointer pointer)
    {
        var frame = RDataFrame.FromTable(pointer.Path is null ? new Table([], 0) : Read(pointer.Path));
        if (pointer.Extra is not { Count: > 0 } extra) return frame;
        return new RList(frame.Values) { Attributes = [.. frame.Attributes, .. extra.Select(Attribute)] };
    }

    Table Read(string path)
    {
        _check(path);
        var file = ArrowFile.Open(path);
        _open.Add(file);
        return file.Table.WithColumns(file.Table.Columns.Select(c => c is FactorColumn factor && TextColumns.Contains(c.Name) ? ToText(factor) : c));
    }

    static TextColumn ToText(FactorColumn factor) =>
        new(factor.Name, Array.ConvertAll(factor.Codes.ToArray(), code => code == FactorColumn.Missing ? null : factor.Levels[code]));

    static RAttributeValue Attribute(KeyValuePair<string, JsonNode?> extra)
    {
        using var document = JsonDocument.Parse(extra.Value?.ToJsonString() ?? "null");
        return new(extra.Key, JsonToR.Convert(document.RootElement));
    }
}
