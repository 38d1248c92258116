using Rtemis.Protocol;
using Rtemis.Protocol.Messages;

namespace Rtemis.Client;

/// <summary>A table of a session, on the server.</summary>
public sealed class RtemisTable
{
    static readonly ProtocolJson Json = ProtocolJson.Default;

    readonly ServerLine _line;

    internal RtemisTable(ServerLine line, DataEntry entry)
    {
        _line = line;
        (Id, Name, Rows, Cols) = (entry.DataHandle, entry.Name, entry.Rows, entry.Cols);
    }

    /// <summary>Its data handle.</summary>
    public string Id { get; }

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>Its rows.</summary>
    public int Rows { get; }

    /// <summary>Its columns.</summary>
    public int Cols { get; }

    /// <summary>Its columns with their types, missing cells and summaries.</summary>
    /// <param name="distribution">Whether each also tells how its values are spread.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public Task<DataDescription> DescribeAsync(bool distribution = false, CancellationToken cancellation = default) => _line.CallAsync(
        Methods.DataDescribe, new DataDescribeParams(Id, distribution), Json.DataDescribeParams, Json.DataDescription, cancellation);

    /// <summary>A part of it; null for its first 100 rows.</summary>
    public async Task<TablePage> PageAsync(TablePart? part = null, CancellationToken cancellation = default)
    {
        part ??= new TablePart();
        var parameters = new DataPreviewParams(Id, part.OffsetJson, part.LimitJson, part.Columns, part.Sort);
        return TablePage.Of(await _line.CallAsync(Methods.DataPreview, parameters, Json.DataPreviewParams, null, cancellation).ConfigureAwait(false));
    }

    /// <summary>A new table of some of its columns, in another order or of other types. Not called again if the connection is lost meanwhile.</summary>
    /// <param name="columns">The columns; their types are <c>factor</c>, <c>double</c>, <c>integer</c>, <c>logical</c>, or null for what they are.</param>
    /// <param name="name">The new table's name; null for this one's.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<RtemisTable> ArrangeAsync(IEnumerable<ArrangeColumn> columns, string? name = null, CancellationToken cancellation = default)
    {
        var parameters = new DataArrangeParams(Id, name, [.. columns]);
        return new(_line, await _line.CallAsync(Methods.DataArrange, parameters, Json.DataArrangeParams, Json.DataEntry, cancellation).ConfigureAwait(false));
    }

    /// <summary>A new table to train on: the features, then the outcome as the last column.</summary>
    /// <param name="outcome">The column that is to be learned.</param>
    /// <param name="features">The columns that it is learned from; null for all others.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<RtemisTable> WithOutcomeAsync(string outcome, IEnumerable<string>? features = null, CancellationToken cancellation = default)
    {
        features ??= (await DescribeAsync(cancellation: cancellation).ConfigureAwait(false)).Columns.Select(c => c.Name).Where(name => name != outcome);
        return await ArrangeAsync([.. features.Select(name => new ArrangeColumn(name)), new ArrangeColumn(outcome)], null, cancellation).ConfigureAwait(false);
    }

    /// <summary>Deletes it; false when it was not there.</summary>
    public async Task<bool> DeleteAsync(CancellationToken cancellation = default) =>
        (await _line.CallAsync(Methods.DataDelete, new DataHandleParams(Id), Json.DataHandleParams, Json.DeletedResult, cancellation).ConfigureAwait(false)).Deleted;
}
