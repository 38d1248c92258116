using System.Numerics;
using System.Runtime.InteropServices;

namespace Rtemis.Data.Arrow;

/// <summary>The chunks of one column, and the ways to make whole memory of them.</summary>
sealed class ColumnChunks(ArrowField field)
{
    readonly List<Chunk> _chunks = [];

    public ArrowField Field { get; } = field;

    public int Rows { get; private set; }

    public IReadOnlyList<Chunk> All => _chunks;

    public void Add(Chunk chunk)
    {
        _chunks.Add(chunk);
        Rows += chunk.Rows;
    }

    /// <summary>A bit set for each present row, or null when all are.</summary>
    public BitView? Validity()
    {
        if (_chunks.TrueForAll(c => c.Validity is null)) return null;
        if (_chunks.Count == 1) return _chunks[0].Validity;
        return Join(c => c.Validity ?? Ones(c.Rows));
    }

    /// <summary>The cells as bits.</summary>
    public BitView Bits() => _chunks.Count == 1 ? Bits(_chunks[0]) : Join(Bits);

    /// <summary>The cells as they are: a view of one chunk where its bytes are aligned, else a copy of all.</summary>
    public ReadOnlyMemory<T> Cells<T>() where T : unmanaged
    {
        if (_chunks.Count == 1 && CastMemoryManager<byte, T>.IsAligned(_chunks[0].Values))
            return new CastMemoryManager<byte, T>(_chunks[0].Values).Memory;
        var cells = new T[Rows];
        var next = MemoryMarshal.AsBytes(cells.AsSpan());
        foreach (var chunk in _chunks)
        {
            chunk.Values.Span.CopyTo(next);
            next = next[chunk.Values.Length..];
        }
        return cells;
    }

    /// <summary>The cells as wider numbers.</summary>
    public TTo[] Widen<TFrom, TTo>() where TFrom : unmanaged, INumberBase<TFrom> where TTo : INumberBase<TTo>
    {
        var cells = new TTo[Rows];
        var next = 0;
        foreach (var chunk in _chunks)
            foreach (var value in MemoryMarshal.Cast<byte, TFrom>(chunk.Values.Span))
                cells[next++] = TTo.CreateTruncating(value);
        return cells;
    }

    /// <summary>The cells, each put through <paramref name="convert"/>; those of missing rows stay 0, since any bytes may stand there.</summary>
    public TTo[] Convert<TFrom, TTo>(Func<TFrom, TTo> convert) where TFrom : unmanaged
    {
        var cells = new TTo[Rows];
        var first = 0;
        foreach (var chunk in _chunks)
        {
            var values = MemoryMarshal.Cast<byte, TFrom>(chunk.Values.Span);
            for (var i = 0; i < values.Length; i++)
                if (chunk.Validity is not { } bits || bits[i]) cells[first + i] = convert(values[i]);
            first += chunk.Rows;
        }
        return cells;
    }

    BitView Join(Func<Chunk, BitView> bits)
    {
        var joined = new byte[(Rows + 7) / 8];
        var next = 0;
        foreach (var chunk in _chunks)
        {
            bits(chunk).CopyTo(joined, next);
            next += chunk.Rows;
        }
        return new BitView(joined, 0, Rows);
    }

    static BitView Bits(Chunk chunk) => new(chunk.Values, 0, chunk.Rows);

    static BitView Ones(int count)
    {
        var bytes = new byte[(count + 7) / 8];
        bytes.AsSpan().Fill(0xFF);
        return new BitView(bytes, 0, count);
    }
}
