using System.Text.Json;
using Rtemis.Data;
using Rtemis.Protocol;

namespace Rtemis.Client;

/// <summary>A part of a table.</summary>
/// <param name="Rows">The rows of the part; a table without columns where it has none.</param>
/// <param name="Offset">The rows before it.</param>
/// <param name="TotalRows">The rows of the whole.</param>
public sealed record TablePage(Table Rows, long Offset, int TotalRows)
{
    internal static TablePage Of(Response response)
    {
        var window = response.Result.Deserialize(ProtocolJson.Default.TableWindowResult)!;
        return new(TableOf(response), window.Offset, window.TotalRows);
    }

    /// <summary>The table that came with an answer; one without columns where none came.</summary>
    internal static Table TableOf(Response response) => response.Payload is { } payload ? ArrowStreamReader.Read(payload) : new Table([], 0);
}
