using System.Numerics;
using Rtemis.Learning.Data;
using Rtemis.Learning.Parallel;
using Rtemis.Learning.Running;

namespace Rtemis.Learning.Decomposition.Nmf;

/// <summary>
/// A table in tiles of as many cases as a vector holds: all columns of a tile's cases lie side by side, so that an update reads the table once, in order.
/// The last tile is filled up with zeros.
/// </summary>
sealed class CaseTiles
{
    const int LeastChunk = 128;
    const int MostChunks = 256;

    readonly Vector<double>[] _cells;
    readonly int _chunk;

    /// <summary>Copies a table.</summary>
    public CaseTiles(NumericFrame data, RunContext context)
    {
        (Rows, Features) = (data.Rows, data.Columns);
        Count = WorkSplit.Chunks(Rows, Vector<double>.Count);
        _chunk = Math.Max(LeastChunk, WorkSplit.Chunks(Count, MostChunks));
        _cells = new Vector<double>[checked(Count * Features)];
        ForChunks(context, (_, start, end) =>
        {
            for (var j = 0; j < Features; j++)
                for (var tile = start; tile < end; tile++) _cells[tile * Features + j] = Load(data.Column(j), tile);
        });
    }

    /// <summary>The number of cases.</summary>
    public int Rows { get; }

    /// <summary>The number of columns.</summary>
    public int Features { get; }

    /// <summary>The number of tiles.</summary>
    public int Count { get; }

    /// <summary>The number of chunks that the tiles are worked on in, which depends on their number alone.</summary>
    public int Chunks => WorkSplit.Chunks(Count, _chunk);

    /// <summary>A tile's cells, one vector a column.</summary>
    public ReadOnlySpan<Vector<double>> Of(int tile) => _cells.AsSpan(tile * Features, Features);

    /// <summary>All bits where a tile has a case, none where it is filled up.</summary>
    public Vector<double> Mask(int tile)
    {
        var inside = Rows - tile * Vector<double>.Count;
        return inside >= Vector<double>.Count
            ? Vector<double>.AllBitsSet
            : Vector.LessThan(Vector.CreateSequence(0.0, 1.0), new Vector<double>(inside)).As<long, double>();
    }

    /// <summary>Runs <paramref name="body"/> for each chunk with its number, first tile and end.</summary>
    public void ForChunks(RunContext context, Action<int, int, int> body) => context.Work.ForChunks(Count, _chunk, body);

    static Vector<double> Load(ReadOnlySpan<double> column, int tile)
    {
        var rest = column[(tile * Vector<double>.Count)..];
        if (rest.Length >= Vector<double>.Count) return new Vector<double>(rest);
        Span<double> filled = stackalloc double[Vector<double>.Count];
        filled.Clear();
        rest.CopyTo(filled);
        return new Vector<double>(filled);
    }
}
