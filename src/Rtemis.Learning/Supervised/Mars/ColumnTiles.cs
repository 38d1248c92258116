namespace Rtemis.Learning.Supervised.Mars;

/// <summary>
/// Columns in tiles of eight, in which a case's eight numbers lie side by side: a scan over cases in any order then reads one cache line a case.
/// </summary>
/// <param name="rows">The cases.</param>
sealed class ColumnTiles(int rows)
{
    /// <summary>The columns of a tile.</summary>
    public const int Width = 8;

    readonly List<double[]> _tiles = [];

    /// <summary>The number of columns.</summary>
    public int Columns { get; private set; }

    /// <summary>The columns that the tiles have room for.</summary>
    public int Room => _tiles.Count * Width;

    /// <summary>The tiles; columns that the last one has too many are 0.</summary>
    public IReadOnlyList<double[]> Tiles => _tiles;

    /// <summary>Adds a column.</summary>
    public void Add(ReadOnlySpan<double> values)
    {
        var place = Columns++ % Width;
        if (place == 0) _tiles.Add(new double[rows * Width]);
        var tile = _tiles[^1];
        for (var i = 0; i < values.Length; i++) tile[i * Width + place] = values[i];
    }
}
