namespace Rtemis.Data;

/// <summary>Columns of equal length, in order. Immutable.</summary>
public sealed class Table
{
    /// <summary>Binds <paramref name="columns"/> to a table.</summary>
    /// <param name="columns">The columns, all of <paramref name="rows"/> rows.</param>
    /// <param name="rows">The number of rows; needed because a table may have no column.</param>
    /// <exception cref="ArgumentException">A column's length differs from <paramref name="rows"/>.</exception>
    public Table(IReadOnlyList<Column> columns, int rows)
    {
        foreach (var column in columns)
            if (column.Length != rows)
                throw new ArgumentException($"Column '{column.Name}' has {column.Length} rows, the table {rows}.", nameof(columns));
        Columns = columns;
        Rows = rows;
    }

    /// <summary>The columns, in order.</summary>
    public IReadOnlyList<Column> Columns { get; }

    /// <summary>The number of rows.</summary>
    public int Rows { get; }

    /// <summary>The first column of that exact name, or null.</summary>
    public Column? Find(string name) => Columns.FirstOrDefault(c => c.Name == name);

    /// <summary>A table of the given 0-based <paramref name="rows"/>, in that order; a row may be named more than once.</summary>
    public Table SelectRows(ReadOnlySpan<int> rows)
    {
        var picked = new Column[Columns.Count];
        for (var i = 0; i < picked.Length; i++) picked[i] = Columns[i].SelectRows(rows);
        return new Table(picked, rows.Length);
    }

    /// <summary>A table of the columns of those names, in that order.</summary>
    /// <exception cref="ArgumentException">There is no column of a name.</exception>
    public Table SelectColumns(IEnumerable<string> names)
    {
        var byName = new Dictionary<string, Column>(Columns.Count);
        foreach (var column in Columns) byName.TryAdd(column.Name, column);
        return WithColumns(names.Select(name =>
            byName.TryGetValue(name, out var column) ? column : throw new ArgumentException($"There is no column '{name}'.", nameof(names))));
    }

    /// <summary>A table of the given columns over the same rows.</summary>
    public Table WithColumns(IEnumerable<Column> columns) => new([.. columns], Rows);
}
