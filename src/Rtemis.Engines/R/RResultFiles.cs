using System.Text.Json.Nodes;
using Rtemis.Data;

namespace Rtemis.Engines.R;

/// <summary>What an R daemon leaves in the folder of a finished job: the slices as plain values of R, and the result itself as an object of rtemis.</summary>
public static class RResultFiles
{
    const string Slices = "slices.rdata";
    const string Result = "result.rds";

    /// <summary>Reads them as the slices that clients are given.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <exception cref="IOException">A file is not there or can't be read.</exception>
    /// <exception cref="RDataFormatException">A file is not what the daemon writes.</exception>
    public static ResultBundle Read(string folder, CancellationToken cancellation)
    {
        using var stream = File.OpenRead(Path.Combine(folder, Slices));
        if (RSerialization.Read(stream, cancellation: cancellation) is not RList slices) throw new RDataFormatException($"{Slices} holds no list.");
        var documents = Members(slices, "documents").ToDictionary(d => d.Key, d => RToJson.Convert(d.Value) ?? new JsonObject());
        var extra = Members(slices, "extra").ToDictionary(e => e.Key, e => e.Value);
        var tables = Members(slices, "tables").ToDictionary(t => t.Key, t => Table(t.Value, extra.GetValueOrDefault(t.Key)));
        var result = Path.Combine(folder, Result);
        return new ResultBundle(documents, tables)
        {
            RObject = File.Exists(result) ? result : null,
            PredictsByRObject = slices.Find("model") is RLogical { Length: 1 } model && model.Values.Span[0] == 1,
        };
    }

    static ResultTable Table(RObject value, RObject? extra)
    {
        var table = value is RNull ? new Table([], 0) : RDataFrame.ToTable(value);
        return table.Rows == 0 ? new ResultTable(new Table([], 0)) : new ResultTable(table, extra is null ? null : RToJson.Convert(extra) as JsonObject);
    }

    static IEnumerable<KeyValuePair<string, RObject>> Members(RList slices, string name)
    {
        if (slices.Find(name) is not RList list || list.Attribute("names") is not RCharacter names) return [];
        return Enumerable.Range(0, list.Values.Count).Select(i => KeyValuePair.Create(names.Values.Span[i] ?? "NA", list.Values[i]));
    }
}
