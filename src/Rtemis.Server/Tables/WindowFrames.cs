using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Rtemis.Data;
using Rtemis.Protocol;
using Rtemis.Protocol.Messages;
using Rtemis.Server.Transport;

namespace Rtemis.Server.Tables;

/// <summary>Answers with a window of a table.</summary>
static class WindowFrames
{
    // A window is put together in memory: these are 32 MB of numbers.
    const long MostCells = 4_000_000;

    /// <summary>The answer.</summary>
    /// <param name="id">The request's id.</param>
    /// <param name="open">The table.</param>
    /// <param name="request">The part of it.</param>
    /// <param name="extra">Further members of the result, or null.</param>
    /// <param name="cancellation">Stops a sort.</param>
    /// <exception cref="ProtocolException">A name is not in the table, or the window or the sort is beyond its bound.</exception>
    public static OutboundFrame Of(RequestId id, TableUse open, WindowRequest request, JsonObject? extra, CancellationToken cancellation)
    {
        var whole = open.Table;
        var chosen = request.Columns is { } columns ? whole.SelectColumns(ColumnNames.Check("columns", columns, whole)) : whole;
        var rows = Math.Clamp(whole.Rows - request.Offset, 0, request.Limit);
        if (rows * chosen.Columns.Count > MostCells)
            throw new ProtocolException(
                ErrorCodes.TooMany, $"A window has at most {MostCells} cells ({rows} rows of {chosen.Columns.Count} columns were asked for).");
        var window = TableWindow.Of(chosen, request.Offset, request.Limit, Order(open, request.Sort, cancellation));
        var result = Result(window.Rows, [.. chosen.Columns.Select(c => c.Name)], request.Offset, whole.Rows, extra);
        if (window.Rows == 0) return new(Envelope.RawResult(id, result));

        var payload = new MemoryStream();
        ArrowStreamWriter.Write(window, payload);
        if (payload.Length > ProtocolLimits.Frame - ProtocolLimits.Header)
            throw new ProtocolException(ErrorCodes.TooMany, $"The window has {payload.Length} bytes, more than a frame takes.");
        payload.Position = 0;
        return new(Envelope.RawResult(id, result, new PayloadInfo(PayloadInfo.ArrowIpc, payload.Length)), payload);
    }

    /// <summary>The answer for a table that has nothing to show.</summary>
    public static OutboundFrame Empty(RequestId id, WindowRequest request, JsonObject? extra) =>
        new(Envelope.RawResult(id, Result(0, [], request.Offset, 0, extra)));

    static ReadOnlyMemory<int>? Order(TableUse open, IReadOnlyList<SortEntry?> sort, CancellationToken cancellation)
    {
        if (sort.Count == 0) return null;
        var names = ColumnNames.Check("sort", sort.Select(s => s?.Column), open.Table);
        if (open.Table.Rows > RowOrderCache.MostRows)
            throw new ProtocolException(ErrorCodes.TooMany, $"`sort` takes at most {RowOrderCache.MostRows} rows (the table has {open.Table.Rows}).");
        return open.Order([.. names.Zip(sort, (name, entry) => new SortKey(name, entry!.Descending ?? false))], cancellation);
    }

    static byte[] Result(int rows, IReadOnlyList<string> columns, long offset, int total, JsonObject? extra)
    {
        var result = new TableWindowResult(rows, columns.Count, columns, PayloadInfo.ArrowIpc, offset, total);
        var json = JsonSerializer.SerializeToNode(result, ProtocolJson.Default.TableWindowResult)!.AsObject();
        foreach (var (name, value) in extra ?? []) json[name] = value?.DeepClone();
        return Encoding.UTF8.GetBytes(json.ToJsonString());
    }
}
