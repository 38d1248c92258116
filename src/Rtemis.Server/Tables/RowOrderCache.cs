using Rtemis.Data;

namespace Rtemis.Server.Tables;

/// <summary>The row orders that were worked out lately, within a bound on their memory: those that were not wanted for longest go first.</summary>
sealed class RowOrderCache
{
    /// <summary>The most bytes of all orders together: 128 MiB.</summary>
    public const long MostBytes = 128L << 20;

    /// <summary>The most rows of one order.</summary>
    public const int MostRows = (int)(MostBytes / sizeof(int));

    readonly Lock _lock = new();
    readonly List<Entry> _entries = [];
    long _bytes;

    /// <summary>The order of a table's rows by those keys, or null when it is not kept.</summary>
    public int[]? Find(OpenTable table, IReadOnlyList<SortKey> keys)
    {
        lock (_lock)
        {
            var at = _entries.FindIndex(e => e.Table == table && e.Keys.SequenceEqual(keys));
            if (at < 0) return null;
            var entry = _entries[at];
            _entries.RemoveAt(at);
            _entries.Add(entry);
            return entry.Order;
        }
    }

    /// <summary>Keeps an order, at the cost of others; one that is over the bound by itself is not kept.</summary>
    public void Keep(OpenTable table, IReadOnlyList<SortKey> keys, int[] order)
    {
        lock (_lock)
        {
            _entries.Add(new(table, keys, order));
            _bytes += Size(order);
            while (_bytes > MostBytes) RemoveAt(0);
        }
    }

    /// <summary>Drops all orders of a table.</summary>
    public void Drop(OpenTable table)
    {
        lock (_lock)
            for (var i = _entries.Count - 1; i >= 0; i--)
                if (_entries[i].Table == table) RemoveAt(i);
    }

    void RemoveAt(int index)
    {
        _bytes -= Size(_entries[index].Order);
        _entries.RemoveAt(index);
    }

    static long Size(int[] order) => sizeof(int) * (long)order.Length;

    readonly record struct Entry(OpenTable Table, IReadOnlyList<SortKey> Keys, int[] Order);
}
