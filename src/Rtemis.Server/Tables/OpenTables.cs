namespace Rtemis.Server.Tables;

/// <summary>
/// Tables that were looked into lately, kept open, since opening one may take as long as reading it in full: whoever scrolls through a table opens it
/// once. A file must not change, and must be forgotten before it is deleted.
/// </summary>
sealed class OpenTables(TimeProvider clock) : IDisposable
{
    /// <summary>The most tables that are kept open without being in use.</summary>
    public const int MostKept = 4;

    readonly Lock _lock = new();
    readonly RowOrderCache _orders = new();

    // The one that was used last comes last.
    readonly List<OpenTable> _tables = [];

    /// <summary>The table in the file at <paramref name="path"/>, open until the use is disposed.</summary>
    /// <exception cref="Data.ArrowFormatException">The file is no stream that can be read.</exception>
    /// <exception cref="IOException">The file cannot be opened.</exception>
    public TableUse Use(string path)
    {
        OpenTable table;
        lock (_lock)
        {
            table = _tables.Find(t => t.Path == path) ?? new OpenTable(path, _orders);
            table.Users++;
            _tables.Remove(table);
            _tables.Add(table);
            foreach (var old in _tables.SkipLast(MostKept).ToList()) Retire(old);
        }
        var use = new TableUse(this, table);
        try
        {
            table.Load();
            return use;
        }
        catch
        {
            lock (_lock) Retire(table);
            use.Dispose();
            throw;
        }
    }

    /// <summary>Lets go of a file, or of all files in a folder, as soon as nobody uses them.</summary>
    public void Forget(string path)
    {
        var folder = path + Path.DirectorySeparatorChar;
        lock (_lock)
            foreach (var table in _tables.Where(t => t.Path == path || t.Path.StartsWith(folder, StringComparison.Ordinal)).ToList()) Retire(table);
    }

    /// <summary>Lets go of the tables that nobody has used since a time.</summary>
    public void DropUnused(DateTimeOffset since)
    {
        lock (_lock)
            foreach (var table in _tables.Where(t => t.Users == 0 && t.LastUsed < since).ToList()) Retire(table);
    }

    /// <summary>Ends a use.</summary>
    public void Release(OpenTable table)
    {
        lock (_lock)
        {
            table.LastUsed = clock.GetUtcNow();
            if (--table.Users == 0 && !_tables.Contains(table)) table.Close();
        }
    }

    public void Dispose()
    {
        lock (_lock)
            foreach (var table in _tables.ToList()) Retire(table);
    }

    void Retire(OpenTable table)
    {
        if (_tables.Remove(table) && table.Users == 0) table.Close();
    }
}
