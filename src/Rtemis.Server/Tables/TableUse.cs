using Rtemis.Data;

namespace Rtemis.Server.Tables;

/// <summary>Keeps a table open until it is disposed.</summary>
sealed class TableUse(OpenTables owner, OpenTable table) : IDisposable
{
    bool _ended;

    /// <summary>The table; its columns must not be used after the end.</summary>
    public Table Table => table.Table;

    /// <summary>The rows in the order of the keys.</summary>
    public ReadOnlyMemory<int> Order(IReadOnlyList<SortKey> keys, CancellationToken cancellation) => table.Order(keys, cancellation);

    public void Dispose()
    {
        if (_ended) return;
        _ended = true;
        owner.Release(table);
    }
}
