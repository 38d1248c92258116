using Rtemis.Data;

namespace Rtemis.Server.Tables;

/// <summary>A table that is kept open. <see cref="OpenTables"/> counts who uses it and closes it.</summary>
sealed class OpenTable(string path, RowOrderCache orders)
{
    readonly Lazy<ArrowFile> _file = new(() => ArrowFile.Open(path));
    readonly Lock _sorting = new();

    public string Path => path;

    /// <summary>How many use it; only <see cref="OpenTables"/> changes it.</summary>
    public int Users { get; set; }

    /// <summary>When the last use ended; only <see cref="OpenTables"/> changes it.</summary>
    public DateTimeOffset LastUsed { get; set; }

    public Table Table => _file.Value.Table;

    /// <summary>Opens the file, unless somebody has.</summary>
    public void Load() => _ = _file.Value;

    /// <summary>The rows in the order of the keys, worked out once for all that want it at the time.</summary>
    public ReadOnlyMemory<int> Order(IReadOnlyList<SortKey> keys, CancellationToken cancellation)
    {
        lock (_sorting)
        {
            if (orders.Find(this, keys) is { } known) return known;
            var order = RowOrder.Of(Table, keys, cancellation);
            orders.Keep(this, keys, order);
            return order;
        }
    }

    /// <summary>Unmaps the file and frees the orders.</summary>
    public void Close()
    {
        orders.Drop(this);
        if (_file.IsValueCreated) _file.Value.Dispose();
    }
}
